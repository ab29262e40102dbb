// Sends files in parts (tus 1.0): shows progress, goes on after a lost connection, and after a reload when the same file is chosen again.
// Without this script the form is an ordinary one.
const part = 1024 * 1024;
const pauses = [1, 2, 4, 8, 15, 30, 30, 30, 30, 30];
const version = { 'Tus-Resumable': '1.0.0' };

for (const form of document.querySelectorAll('form[data-upload]')) {
  form.addEventListener('submit', event => {
    const files = [...form.querySelectorAll('input[type=file]')].flatMap(input => [...input.files]);
    if (files.length === 0) return; // the server says what is missing
    event.preventDefault();
    sendAll(form, files);
  });
  if (interrupted(form)) say(form, form.dataset.interrupted);
}

for (const form of document.querySelectorAll('form[data-once]'))
  form.addEventListener('submit', event => { if (form.dataset.sent) event.preventDefault(); form.dataset.sent = 'yes'; });

async function sendAll(form, files) {
  const controls = [...form.querySelectorAll('input[type=file], button')];
  for (const control of controls) control.disabled = true;
  form.querySelector('.fr-messages-group').replaceChildren();
  let refused = false;
  for (const file of files) {
    try { await send(form, file); } catch (fault) { refused = true; complain(form, `${file.name} : ${fault.words ?? form.dataset.failed}`); }
  }
  for (const control of controls) control.disabled = false;
  for (const input of form.querySelectorAll('input[type=file]')) input.value = '';
  if (refused) { form.querySelector('[data-upload-status]').replaceChildren(); return; }
  say(form, form.dataset.done);
  location.hash = form.closest('section')?.id ?? '';
  location.reload();
}

async function send(form, file) {
  const key = keyOf(form, file);
  const bar = progress(form, file);
  let address = remembered(key);
  for (let failures = 0; ;) {
    let offset = 0;
    try {
      if (address) {
        const head = await fetch(address, { method: 'HEAD', headers: version });
        if (head.ok) offset = Number(head.headers.get('Upload-Offset'));
        else if (head.status === 423 || head.status >= 500) throw new Error('not now');
        else address = null; // it has expired, or is somebody else's
      }
      if (!address) {
        address = await create(form, file);
        remember(key, address);
      }
      // The last part may be an empty one: all is there, and was not yet taken in.
      for (let complete = false; !complete;) {
        const sent = await patch(address, file.slice(offset, offset + part), offset, loaded => show(bar, offset + loaded, file.size));
        failures = 0;
        ({ offset, complete } = sent);
        show(bar, offset, file.size);
      }
      forget(key);
      return;
    } catch (fault) {
      if (fault.words || failures >= pauses.length) { if (fault.words) forget(key); throw fault; }
      say(form, form.dataset.lost);
      await pause(pauses[failures++]);
      progress(form, file, bar);
    }
  }
}

async function create(form, file) {
  const said = { filename: file.name, draft: form.dataset.draft, document: form.dataset.document };
  const metadata = Object.entries(said).map(([name, value]) => `${name} ${base64(value)}`).join(',');
  const answer = await fetch(form.dataset.upload, { method: 'POST', headers: { ...version, 'Upload-Length': String(file.size), 'Upload-Metadata': metadata } });
  if (answer.status === 201) return answer.headers.get('Location');
  throw await refusal(answer.status, () => answer.json());
}

function patch(address, content, offset, progressed) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PATCH', address);
    request.setRequestHeader('Tus-Resumable', '1.0.0');
    request.setRequestHeader('Upload-Offset', String(offset));
    request.setRequestHeader('Content-Type', 'application/offset+octet-stream');
    request.timeout = 120000;
    request.upload.onprogress = event => progressed(event.loaded);
    request.onerror = request.ontimeout = () => reject(new Error('the connection was lost'));
    request.onload = async () => {
      if (request.status === 204) resolve({ offset: Number(request.getResponseHeader('Upload-Offset')), complete: request.getResponseHeader('Anef-Check') !== null });
      else reject(await refusal(request.status, async () => JSON.parse(request.responseText)));
    };
    request.send(content);
  });
}

// A refusal in words ends the sending of a file; anything else is tried again.
async function refusal(status, read) {
  const fault = new Error(`status ${status}`);
  if (status === 413 || status === 422) { try { fault.words = (await read()).words; } catch { /* no words */ } }
  if (status === 401 || status === 403 || status === 404) fault.gone = true;
  return fault;
}

function pause(seconds) {
  return new Promise(resolve => {
    const timer = setTimeout(done, seconds * 1000);
    addEventListener('online', done, { once: true });
    function done() { clearTimeout(timer); removeEventListener('online', done); resolve(); }
  });
}

function progress(form, file, again) {
  const status = form.querySelector('[data-upload-status]');
  const words = document.createElement('p');
  words.textContent = form.dataset.sending.replace('{name}', file.name);
  const bar = again ?? document.createElement('progress');
  bar.max = 100;
  bar.setAttribute('aria-label', file.name);
  status.replaceChildren(words, bar);
  return bar;
}

function show(bar, done, size) {
  bar.value = Math.floor(100 * Math.min(done, size) / Math.max(size, 1));
  bar.textContent = `${bar.value} %`;
}

function say(form, words) {
  const line = document.createElement('p');
  line.textContent = words;
  form.querySelector('[data-upload-status]').replaceChildren(line);
}

function complain(form, words) {
  const line = document.createElement('p');
  line.className = 'fr-message fr-message--error';
  line.textContent = words;
  form.querySelector('.fr-messages-group').append(line);
}

function base64(text) { return btoa(String.fromCharCode(...new TextEncoder().encode(text))); }

// Which file it was is a fingerprint: on a shared device nothing can be read from it.
function prefixOf(form) { return `anef-upload:${form.dataset.draft}:${form.dataset.document}:`; }

function keyOf(form, file) {
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (const sign of `${file.name}|${file.size}|${file.lastModified}`) {
    a = Math.imul(a ^ sign.codePointAt(0), 0x01000193);
    b = Math.imul(b ^ sign.codePointAt(0), 0x85ebca6b);
  }
  return prefixOf(form) + (a >>> 0).toString(16) + (b >>> 0).toString(16);
}

function remembered(key) { try { return localStorage.getItem(key); } catch { return null; } }
function remember(key, address) { try { localStorage.setItem(key, address); } catch { /* a private window */ } }
function forget(key) { try { localStorage.removeItem(key); } catch { /* a private window */ } }
function interrupted(form) { try { return Object.keys(localStorage).some(key => key.startsWith(prefixOf(form))); } catch { return false; } }
