import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { call, callFile, getJson, Refusal, token } from './http';

const server = createServer((request, response) => {
  switch (request.url) {
    case '/city':
      response.end('{"name":"Çınarlı"}');
      break;
    case '/none':
      response.writeHead(204).end();
      break;
    case '/page':
      response.end('<html>');
      break;
    case '/file':
      response.writeHead(200, { 'Content-Length': '9' }).write('{"a":');
      setTimeout(() => response.end('[1]}'), 50);
      break;
    case '/packed':
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': '25' }).end(gzipSync('12345'));
      break;
    case '/silent':
      break;
    case '/torn':
      response.writeHead(200, { 'Content-Length': '100' }).write('{"name":');
      response.destroy();
      break;
    case '/full':
      response.writeHead(429, { 'Retry-After': '40' }).end('{"detail":"Used up.","errors":[{"parameter":"q","detail":"long"}]}');
      break;
    default:
      response.writeHead(503).end('{}');
  }
});
let base = '';

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { lang: 'tr' }, cookie: '' });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

describe('calling the service', () => {
  it('gives what the service answered', async () => {
    expect(await getJson(`${base}/city`)).toEqual({ name: 'Çınarlı' });
    expect(await call(`${base}/none`)).toBeUndefined();
    expect(await (await callFile(`${base}/page`, {})).text()).toBe('<html>');
  });

  it('tells how much of a file has come, and of how much where the length told is its own', async () => {
    const told: (number | undefined)[][] = [];
    const file = await callFile(`${base}/file`, {}, (...one) => told.push(one));
    expect(await file.text()).toBe('{"a":[1]}');
    expect(told).toEqual([
      [5, 9],
      [9, 9],
    ]);
    await callFile(`${base}/packed`, {}, (...one) => told.push(one));
    expect(told.at(-1)).toEqual([5, undefined]);
  });

  it('leaves off a file that is not wanted any more', async () => {
    const left = new AbortController();
    await expect(callFile(`${base}/file`, { cancel: left.signal }, () => left.abort())).rejects.toMatchObject({ name: 'AbortError' });
    await expect(callFile(`${base}/torn`, {}, () => undefined)).rejects.toMatchObject({ name: 'Refusal', status: 0 });
  });

  it('fails with what was refused', async () => {
    const refused = { status: 429, detail: 'Used up.', faults: [{ parameter: 'q', detail: 'long' }], retryAfter: 40 };
    await expect(call(`${base}/full`)).rejects.toMatchObject(refused);
    await expect(getJson(`${base}/down`)).rejects.toMatchObject({ status: 503 });
  });

  it.each(['/page', '/torn'])('fails with a Refusal for the unusable answer %s', async (path) => {
    await expect(call(base + path)).rejects.toMatchObject({ name: 'Refusal', status: 0 });
  });

  it('fails with a Refusal when nobody listens or it takes too long', async () => {
    await expect(getJson('http://127.0.0.1:1/')).rejects.toThrow(Refusal);
    await expect(call(`${base}/silent`, { patience: 20 })).rejects.toThrow(Refusal);
  });

  it('stays an AbortError when it was cancelled', async () => {
    const cancel = new AbortController();
    const answer = getJson(`${base}/silent`, cancel.signal);
    cancel.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the token', () => {
  it('is found among other cookies and decoded', () => {
    expect(token('a=1; XSRF-TOKEN=x%2By; b=2')).toBe('x+y');
    expect(token('XSRF-TOKEN=plain')).toBe('plain');
  });

  it('is not taken from a cookie whose name only ends like it', () => {
    expect(token('OTHER-XSRF-TOKEN=no')).toBe('');
    expect(token('')).toBe('');
  });
});
