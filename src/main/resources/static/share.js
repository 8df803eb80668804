// The one thing on a claim's page that needs a script: copying the verdict. The button stays hidden where it cannot work.
const button = document.querySelector('[data-copy]');
if (button && navigator.clipboard) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(button.dataset.copy);
        button.textContent = button.dataset.done;
        setTimeout(() => { button.textContent = label; }, 2000);
    });
}
