"""The room in a real browser: a teacher, a projector and phones, one reloaded, one offline for a while, one that cheats."""

import asyncio
import threading
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from cst1992.teacher.room.meeting import Meeting
from cst1992.teacher.room.sessions import session_of
from cst1992.teacher.room.steps import Ask, Session
from tests.teacher.room.running import free_port, running
from tests.teacher.room.sessions import asking, council, question

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ARRIVED = "Your answer has arrived. You may change it until the vote is closed."


@pytest.fixture
def opened(browser):
    """Opens pages, each on a machine of its own, and closes all of them; what goes wrong in one fails the test."""
    contexts, wrong = [], []
    expect.set_options(timeout=15_000)  # a phone asks every two seconds, and a busy machine is slow

    def open_page(address, width=390, height=760, theme="light", context=None):
        if context is None:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme)
            contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda one: None if "localhost" in one.url or one.url == "data:," else wrong.append(one.url))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def base(room):
    return f"http://localhost:{room.place.port}/"


def faults(page):
    return [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in Axe().run(page).response["violations"]]


def forward(teacher, name):
    """The teacher presses the button that goes on, which must be called so."""
    expect(teacher.get_by_role("button", name=name, exact=True)).to_be_visible()
    teacher.keyboard.press("PageDown")


def test_a_class_votes_talks_and_votes_again(opened, tmp_path):
    meeting = asking()
    meeting.anew()
    meeting.go_to(0)
    with running(meeting, tmp_path / "votes.json") as room:
        teacher = opened(f"{room.place.teacher}#{room.key}", 1000, 900)
        projector = opened(f"{base(room)}projector", 1280, 720)
        narrow, dark, lost = opened(base(room), 320), opened(base(room), theme="dark"), opened(base(room))
        assert room.key not in teacher.url, "the key is not left in the address"
        expect(projector.get_by_text("3 phones are here")).to_be_visible()
        expect(projector.get_by_role("img", name=f"A code that opens {base(room)}")).to_be_visible()
        forward(teacher, "Begin")
        forward(teacher, "Open the first vote")
        forward(teacher, "Close the vote: talk")
        expect(narrow.get_by_text("Talk with your neighbours.").first).to_be_visible()
        teacher.keyboard.press("PageUp")
        expect(narrow.get_by_role("radio")).to_have_count(4)
        narrow.get_by_role("button", name="Send").click()
        expect(narrow.get_by_text("Choose an answer first.")).to_be_visible()
        for page, place in ((narrow, 0), (dark, 1), (lost, 2)):
            page.get_by_role("radio").nth(place).check()
        lost.context.set_offline(True)
        for page in (narrow, dark, lost):
            page.get_by_role("button", name="Send").click()
        expect(dark.get_by_text(ARRIVED)).to_be_visible()
        expect(lost.get_by_text("There is no connection. Your answer is kept on this phone")).to_be_visible()
        lost.context.set_offline(False)
        expect(lost.get_by_text(ARRIVED)).to_be_visible()
        dark.reload()
        expect(dark.get_by_role("radio").nth(1)).to_be_checked()
        expect(teacher.get_by_text("3 of 3 phones answered; ")).to_be_visible()
        expect(projector.get_by_text("3 answers")).to_be_visible()
        for page in (narrow, dark, projector, teacher):
            assert faults(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        forward(teacher, "Close the vote: talk")
        forward(teacher, "Open the second vote")
        expect(narrow.get_by_text("Second vote: choose anew.").first).to_be_visible()
        assert narrow.get_by_role("radio", checked=True).count() == 0, "a fresh state"
        late = opened(base(room))
        for page in (narrow, dark, late):
            expect(page.get_by_text("Second vote: choose anew.").first).to_be_visible()
            page.get_by_role("radio").nth(1).check()
            page.get_by_role("button", name="Send").click()
            expect(page.get_by_text(ARRIVED)).to_be_visible()
        assert "%" not in projector.inner_text("body") and "right" not in projector.inner_text("main")
        forward(teacher, "Close it and show both votes")
        expect(projector.get_by_text("✓ right")).to_be_visible()
        expect(projector.get_by_text("First vote: 3 have voted")).to_be_visible()
        assert projector.locator("svg.first-vote").count() == projector.locator("svg.second-vote").count() == 4
        for reply in (option.reply for option in meeting.step.question.options):
            expect(narrow.get_by_text(reply)).to_be_visible()
        forward(teacher, "Show the replies")
        expect(projector.get_by_text(meeting.step.question.options[0].reply)).to_be_visible()
        for page in (narrow, dark, projector, teacher):
            assert faults(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert projector.evaluate("document.documentElement.scrollHeight <= innerHeight + 1"), "it fits the projector"
        assert [len(meeting.ballots().of(vote)) for vote in (1, 2)] == [3, 3]


def test_an_answer_to_a_vote_that_was_closed_is_told_and_the_new_vote_is_shown(opened, tmp_path):
    meeting, asks = asking(), [True]
    with running(meeting, tmp_path / "votes.json") as room:
        phone = opened(base(room))
        phone.get_by_role("radio").nth(1).check()
        phone.route("**/state*", lambda route: route.continue_() if asks[0] else route.abort())
        phone.on("request", lambda one: asks.append(asks.pop() or one.url.endswith("/vote")))
        asks[0] = False
        meeting.forward()
        meeting.forward()
        phone.get_by_role("button", name="Send").click()
        expect(phone.get_by_text("Second vote: choose anew.").first).to_be_visible()
        expect(phone.get_by_text("This vote was closed before your answer came. It does not count.")).to_be_visible()
        assert phone.get_by_role("radio", checked=True).count() == 0, "a fresh state"
        phone.get_by_role("radio").nth(2).check()
        phone.get_by_role("button", name="Send").click()
        expect(phone.get_by_text(ARRIVED)).to_be_visible()


def test_a_vote_is_cast_by_keyboard_and_heard(opened, tmp_path):
    with running(asking(), tmp_path / "votes.json") as room:
        phone = opened(base(room))
        expect(phone.get_by_role("group", name=room.meeting.step.question.prompt)).to_be_visible()
        statuses = phone.get_by_role("status")
        expect(statuses.last).to_have_text("Question 1 of 1. You can answer now.")
        phone.keyboard.press("Tab")
        phone.keyboard.press("Space")
        phone.keyboard.press("ArrowDown")
        phone.keyboard.press("Tab")
        assert phone.evaluate("document.activeElement.type") == "submit"
        phone.keyboard.press("Enter")
        expect(statuses.first).to_have_text(ARRIVED)
        assert phone.get_by_role("radio", checked=True).count() == 1


def test_the_other_kinds_are_answered_on_a_narrow_phone(opened, tmp_path):
    asked = [
        question(kind) for kind in ("multiple choice", "put in order", "match pairs", "number or date", "short text")
    ]
    meeting = Meeting(Session("kinds", "Kinds", tuple(Ask(id=one.id, title="Kinds", question=one) for one in asked)))
    with running(meeting, tmp_path / "votes.json") as room:
        phone = opened(base(room), 320)
        for place, one in enumerate(asked):
            meeting.go_to(place + 1)
            meeting.forward()
            expect(phone.get_by_role("heading", name=f"Question {place + 1} of 5")).to_be_visible()
            for box in phone.get_by_role("checkbox").all()[:1]:
                box.check()
            for number, menu in enumerate(phone.get_by_role("combobox").all()):
                menu.select_option(index=number + 1)
            for box in phone.get_by_role("textbox").all():
                box.fill(getattr(one, "answer", "") or one.accepted[0])
            assert faults(phone) == [] and phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
            phone.get_by_role("button", name="Send").click()
            expect(phone.get_by_text(ARRIVED)).to_be_visible()
            meeting.tell()
            expect(phone.get_by_text("Your first vote:")).to_be_visible()
        assert faults(phone) == [] and phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_letters_are_counted_and_a_clicker_works_while_the_projector_is_in_front(opened, tmp_path):
    meeting = asking()
    with running(meeting, tmp_path / "votes.json") as room:
        teacher = opened(f"{room.place.teacher}#{room.key}", 1000, 900)
        projector = opened(f"{base(room)}projector", 1280, 720, context=teacher.context)
        teacher.get_by_text("Letters held up").click()
        group = teacher.get_by_role("group", name="First vote")
        for letter, count in zip("ABCD", (7, 3, 2, 0), strict=True):
            group.get_by_label(letter).fill(str(count))
        group.get_by_role("button", name="Take them").click()
        expect(projector.get_by_text("12 answers")).to_be_visible()
        projector.bring_to_front()
        projector.keyboard.press("PageDown")
        expect(projector.get_by_text("Talk: find somebody who chose another answer")).to_be_visible()
        teacher.get_by_text("More", exact=True).click()
        teacher.get_by_role("button", name="Show now").click()
        expect(projector.get_by_text("7 (58 %)")).to_be_visible()


def test_roles_are_dealt_and_a_motion_needs_consensus(opened, tmp_path):
    meeting = council()
    with running(meeting, tmp_path / "votes.json") as room:
        phones = [opened(base(room)) for _ in range(3)]
        teacher = opened(f"{room.place.teacher}#{room.key}", 1000, 900)
        expect(teacher.get_by_text("Phones that have come: 3.")).to_be_visible()
        forward(teacher, "Begin")
        for phone in phones:
            expect(phone.get_by_text("By lot you are:").first).to_be_visible()
        assert faults(phones[0]) == []
        meeting.go_to(3)
        teacher.get_by_role("textbox", name="or in other words").fill("Send help & talk")
        forward(teacher, "Name the motion first")  # what is typed is named by the same press
        for phone in phones:
            expect(phone.get_by_role("heading", name="The motion")).to_be_visible()
            expect(phone.get_by_text("Send help & talk")).to_be_visible()
            if phone.get_by_text("Observers do not vote.").count() == 0:
                phone.get_by_role("radio", name="against it").check()
                phone.get_by_role("button", name="Send").click()
                expect(phone.get_by_text("Your delegation has sent: C. against it")).to_be_visible()
        forward(teacher, "Close it and show the result")
        expect(phones[0].get_by_text("Not adopted: one objection is enough.")).to_be_visible()
        assert faults(teacher) == []


class Proxy(RequestHandler):
    """What a server of the university does: it shows another server under a path of its own."""

    async def pass_on(self):
        request = HTTPRequest(
            f"http://127.0.0.1:{self.settings['to']}{self.request.uri.removeprefix('/course/room')}",
            method=self.request.method,
            body=self.request.body if self.request.method == "POST" else None,
            headers={name: value for name, value in self.request.headers.items() if name != "Accept-Encoding"},
        )
        answer = await AsyncHTTPClient().fetch(request, raise_error=False)
        self.set_status(answer.code)
        for name in ("Content-Type", "Content-Security-Policy"):
            if name in answer.headers:
                self.set_header(name, answer.headers[name])
        self.finish(answer.body)

    get = post = pass_on


def test_behind_a_path_of_another_server_phones_and_the_teacher_work_the_same(opened, tmp_path):
    outer, loop = free_port(), asyncio.new_event_loop()
    with running(asking(), tmp_path / "votes.json", prefix=f"http://localhost:{outer}/course/room") as room:

        def serve():
            asyncio.set_event_loop(loop)
            HTTPServer(Application([(r"/course/room/.*", Proxy)], to=room.place.port)).listen(outer, "127.0.0.1")
            loop.run_forever()

        threading.Thread(target=serve, daemon=True).start()
        time.sleep(0.3)
        phone = opened(f"http://localhost:{outer}/course/room/")
        teacher = opened(f"http://localhost:{outer}/course/room/teacher#{room.key}", 1000, 900)
        phone.get_by_role("radio").first.check()
        phone.get_by_role("button", name="Send").click()
        expect(phone.get_by_text(ARRIVED)).to_be_visible()
        expect(teacher.get_by_text("1 of 1 phone answered")).to_be_visible()
        forward(teacher, "Close the vote: talk")
        expect(phone.get_by_text("Talk with your neighbours.").first).to_be_visible()
        loop.call_soon_threadsafe(loop.stop)


def test_an_activity_of_the_module_is_readable_for_all_on_every_phone(opened, tmp_path):
    session = session_of("who_signed")
    meeting = Meeting(Session("who", session.title, session.steps[:3]))
    with running(meeting, tmp_path / "votes.json") as room:
        phone, teacher = opened(base(room), 320), opened(f"{room.place.teacher}#{room.key}", 1000, 900)
        for step in session.steps[:3]:
            meeting.forward()
            expect(phone.get_by_role("heading", name=step.title)).to_be_visible()
            assert faults(phone) == [] and phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert faults(teacher) == []
