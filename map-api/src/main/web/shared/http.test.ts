import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getJson, ServiceError } from './http';

const server = createServer((request, response) => {
  switch (request.url) {
    case '/city':
      response.end('{"name":"Çınarlı"}');
      break;
    case '/page':
      response.end('<html>');
      break;
    case '/silent':
      break;
    default:
      response.writeHead(503).end('{}');
  }
});
let base = '';

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('reading JSON from the service', () => {
  it('gives what the service answered', async () => {
    expect(await getJson(`${base}/city`)).toEqual({ name: 'Çınarlı' });
  });

  it.each(['/down', '/page'])('fails with a ServiceError for %s', async (path) => {
    await expect(getJson(base + path)).rejects.toThrow(ServiceError);
  });

  it('fails with a ServiceError when nobody listens', async () => {
    await expect(getJson('http://127.0.0.1:1/')).rejects.toThrow(ServiceError);
  });

  it('stays an AbortError when it was cancelled', async () => {
    const cancel = new AbortController();
    const answer = getJson(`${base}/silent`, cancel.signal);
    cancel.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });
});
