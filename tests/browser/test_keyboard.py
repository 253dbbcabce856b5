"""The keys of a page on a bare page: one listener, however often a cell is run."""

import pytest

from cst1992.facts.files import asset

pytestmark = pytest.mark.browser

CELL = '<div class="jp-Cell" tabindex="-1"><div class="jp-Cell-outputWrapper"><div class="cst-frame"><img hidden><div class="cst-question"><input class="field"><button class="cst-primary">Check</button></div></div></div></div>'
NOTEBOOK = f'<div class="jp-Notebook">{CELL}<div class="jp-Cell" tabindex="-1" id="next">The next box</div></div>'


@pytest.fixture
def bare(browser):
    """A page with one frame, which counts the listeners for keys and hears keys as a notebook does."""
    page = browser.new_page()
    page.set_content(NOTEBOOK)
    page.evaluate("""() => {
      window.listeners = 0; window.heard = [];
      const add = window.addEventListener;
      window.addEventListener = function (kind, ...more) {
        if (kind === 'keydown') window.listeners += 1;
        return add.call(window, kind, ...more);
      };
      document.addEventListener('keydown', event => {
        if (!event.target.closest('[data-lm-suppress-shortcuts]')) window.heard.push(event.key);
      }, true);
    }""")
    yield page
    page.close()


def guard(page):
    for script in ("page/keyboard.js", "facts/page_keys.js"):
        page.evaluate(f"({asset(script).strip()})(document.querySelector('.cst-frame img'))")


def test_a_cell_that_is_run_again_and_again_leaves_one_listener(bare):
    for _ in range(5):
        bare.evaluate("notebook => { document.body.innerHTML = notebook; }", NOTEBOOK)
        guard(bare)
    assert bare.evaluate("window.listeners") == 1
    bare.locator(".field").focus()
    bare.keyboard.press("x")
    assert bare.evaluate("window.heard") == [], "the frame of the last run keeps its keys"


def test_plain_keys_stay_shortcuts_reach_the_notebook_and_enter_checks(bare):
    guard(bare)
    bare.evaluate("""() => {
      window.checked = 0;
      document.querySelector('.cst-primary').onclick = () => { window.checked += 1; };
    }""")
    bare.locator(".field").focus()
    for key in ("d", "Control+s", "Enter"):
        bare.keyboard.press(key)
    assert [key for key in bare.evaluate("window.heard") if len(key) == 1 or key == "Enter"] == ["s"]
    bare.wait_for_function("window.checked === 1")
    bare.keyboard.press("Shift+Enter")
    bare.wait_for_function("window.checked === 2")
    assert bare.evaluate("document.activeElement.id") == "next", "Shift+Enter checks and goes on"


def test_a_frame_that_is_taken_away_and_put_back_keeps_its_keys(bare):
    guard(bare)
    bare.evaluate("""() => {
      const frame = document.querySelector('.cst-frame'), cell = frame.parentNode;
      frame.remove();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }));
      cell.append(frame);
    }""")
    bare.locator(".field").focus()
    bare.keyboard.press("x")
    assert "x" not in bare.evaluate("window.heard"), "a notebook takes cells away while they are out of sight"
