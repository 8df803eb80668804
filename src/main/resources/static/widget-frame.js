// Tells the page around the frame how high the checker is, and nothing else.
new ResizeObserver(function () {
    parent.postMessage({saringHeight: document.documentElement.getBoundingClientRect().height}, '*');
}).observe(document.documentElement);
