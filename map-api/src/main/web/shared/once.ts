const busy = new WeakSet<EventTarget>();

/** Does work for a form or a button unless it is busy with some already: what is pressed twice is done once, and keeps the focus. */
export async function once(of: EventTarget, work: () => unknown): Promise<void> {
  if (busy.has(of)) {
    return;
  }
  busy.add(of);
  try {
    await work();
  } finally {
    busy.delete(of);
  }
}

/** Does a form's work when it is sent, one after the other. */
export function submitOnce(form: HTMLFormElement, work: () => unknown): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void once(form, work);
  });
}
