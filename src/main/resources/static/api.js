// Makes each operation of the API page a form to try it with, from the OpenAPI document that programs read too.
const words = document.querySelector('#api').dataset;
const api = await (await fetch('/api/openapi.json')).json();

const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
};

const resolve = node => node.$ref ? node.$ref.slice(2).split('/').reduce((at, part) => at[part], api) : node;

for (const section of document.querySelectorAll('.operation')) {
    const {method, path} = section.dataset;
    const operation = api.paths[path][method];
    const parameters = (operation.parameters ?? []).map(resolve).filter(parameter => parameter.in !== 'header');
    const form = element('form', {class: 'try'});
    for (const parameter of parameters) {
        const id = `${operation.operationId}-${parameter.name}`;
        const options = parameter.schema.enum;
        const field = options
            ? element('select', {id, name: parameter.name}, element('option', {value: ''}, ''),
                ...options.map(option => element('option', {}, option)))
            : element('input', {id, name: parameter.name, placeholder: parameter.example ?? '', autocomplete: 'off'});
        field.required = parameter.required ?? false;
        form.append(element('label', {for: id},
            element('code', {}, parameter.name), ` ${parameter.description ?? ''}`,
            parameter.required ? ` (${words.required})` : ''), field);
    }
    const content = operation.requestBody?.content ?? {};
    const type = Object.keys(content)[0];
    let body;
    if (type) {
        const id = `${operation.operationId}-body`;
        body = element('textarea', {id, rows: 5, spellcheck: 'false'});
        body.value = JSON.stringify(content[type].example, null, 2);
        form.append(element('label', {for: id}, element('code', {}, type)), body);
    }
    const output = element('pre', {tabindex: 0, 'aria-label': words.answer, hidden: ''});
    form.append(element('button', {type: 'submit', class: 'send'}, words.send));
    section.append(form, output);
    form.addEventListener('submit', async event => {
        event.preventDefault();
        let address = path;
        const query = new URLSearchParams();
        for (const parameter of parameters) {
            const value = form.elements[parameter.name].value;
            if (parameter.in === 'path') {
                address = address.replace(`{${parameter.name}}`, encodeURIComponent(value));
            } else if (value) {
                query.set(parameter.name, value);
            }
        }
        const question = query.size ? `${address}?${query}` : address;
        output.hidden = false;
        try {
            const response = await fetch(question, body
                ? {method, headers: {'Content-Type': type}, body: body.value} : {method});
            const text = await response.text();
            let shown = text;
            try {
                shown = JSON.stringify(JSON.parse(text), null, 2);
            } catch {
                // Not JSON: shown as it came.
            }
            output.textContent = `${method.toUpperCase()} ${question}\n${response.status}\n\n${shown.slice(0, 20000)}`;
        } catch {
            output.textContent = words.failed;
        }
    });
}
