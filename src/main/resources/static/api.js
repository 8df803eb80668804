// Makes each operation of the API page a form to try it with, from the OpenAPI document that programs read too.
const words = document.querySelector('#api').dataset;
const access = document.querySelector('#access');
const api = await (await fetch('/api/openapi.json')).json();
const MOST = 20000;

access.hidden = false;
access.addEventListener('submit', event => event.preventDefault());

const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
};

const resolve = node => node?.$ref ? resolve(node.$ref.slice(2).split('/').reduce((at, part) => at[part], api)) : node;

// What can be read of an answer; all the rest of a long one is not even fetched.
const beginning = async response => {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
        text += step.value;
        if (text.length > MOST) {
            await reader.cancel();
            return `${text.slice(0, MOST)}…`;
        }
    }
    return text;
};

const inputs = (operation, parameters) => parameters.flatMap(parameter => {
    const id = `${operation.operationId}-${parameter.name}`;
    const options = resolve(parameter.schema).enum;
    const field = options
        ? element('select', {id, name: parameter.name}, ...parameter.required ? [] : [element('option', {value: ''}, '')],
            ...options.map(option => element('option', {}, option)))
        : element('input', {id, name: parameter.name, placeholder: parameter.example ?? '', autocomplete: 'off'});
    field.required = parameter.required ?? false;
    return [element('label', {for: id}, element('code', {}, parameter.name), ` ${parameter.description ?? ''}`,
        parameter.required ? ` (${words.required})` : ''), field];
});

const asked = (form, path, operation, parameters) => {
    const query = new URLSearchParams();
    const headers = {};
    for (const {name, in: place} of parameters) {
        const value = form.elements[name].value;
        if (place === 'path') {
            path = path.replace(`{${name}}`, encodeURIComponent(value));
        } else if (value && place === 'header') {
            headers[name] = value;
        } else if (value) {
            query.set(name, value);
        }
    }
    const takes = scheme => operation.security.some(one => one[scheme]);
    if (access.elements.key.value && takes('key')) {
        headers['X-Api-Key'] = access.elements.key.value;
    }
    if (access.elements.token.value && takes('token')) {
        headers.Authorization = `Bearer ${access.elements.token.value}`;
    }
    return {address: query.size ? `${path}?${query}` : path, headers};
};

for (const section of document.querySelectorAll('[data-path]')) {
    const {method, path} = section.dataset;
    const operation = api.paths[path][method];
    const parameters = (operation.parameters ?? []).map(resolve);
    const form = element('form', {class: 'try', autocomplete: 'off'}, ...inputs(operation, parameters));
    const [type, content] = Object.entries(resolve(operation.requestBody)?.content ?? {})[0] ?? [];
    let body;
    if (type) {
        const id = `${operation.operationId}-body`;
        body = element('textarea', {id, rows: 5, spellcheck: 'false'});
        body.value = JSON.stringify(content.example, null, 2);
        form.append(element('label', {for: id}, element('code', {}, type)), body);
    }
    const output = element('pre', {tabindex: 0, role: 'region', 'aria-label': `${words.answer}: ${operation.operationId}`,
        hidden: ''});
    form.append(element('button', {type: 'submit', class: 'send'}, words.send));
    section.append(form, output);
    form.addEventListener('submit', async event => {
        event.preventDefault();
        const {address, headers} = asked(form, path, operation, parameters);
        output.hidden = false;
        try {
            const response = await fetch(address, body
                ? {method, headers: {...headers, 'Content-Type': type}, body: body.value} : {method, headers});
            const text = await beginning(response);
            let shown = text;
            try {
                shown = JSON.stringify(JSON.parse(text), null, 2);
            } catch {
                // Not JSON, or not all of it: shown as it came.
            }
            output.textContent = `${method.toUpperCase()} ${address}\n${response.status}\n\n${shown}`;
        } catch {
            output.textContent = words.failed;
        }
    });
}
