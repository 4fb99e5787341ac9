"""Boxes between the paragraphs that are no part of an article, and boxes that are."""

import pytest

from tests.extract.page.quarry import TOLD, site, told

ASKING = (
    ("<h4>External content</h4><p>We need your consent to load this video from Vimeo: see the privacy settings.</p>"),
    (
        "<p>An dieser Stelle steht ein externer Inhalt. Mit Ihrer Zustimmung wird er geladen; dabei werden"
        " personenbezogene Daten an Dritte gegeben.</p>"
    ),
    "<p>Ce contenu est bloqué, car vous n'avez pas accepté les cookies des réseaux.</p>",
    "<p>Para mostrar este contenido de Facebook hace falta su consentimiento. Acepte las cookies.</p>",
    "<p>Aby wyświetlić tę treść z YouTube, potrzebna jest zgoda na pliki cookie.</p>",
    "<p>Чтобы показать этот контент, нужно ваше согласие. Включите его в настройках.</p>",
    "<p>Voor deze inhoud van Instagram is toestemming nodig: wijzig uw instellingen voor cookies.</p>",
    "<p>Bu içeriği göstermek için çerez onayı gerekir; ayarlar bölümünden kabul edin.</p>",
    "<p>このコンテンツを表示するには、クッキーの使用に同意する設定が必要です。</p>",
)
BOXES = ("<div class='ext'>{}</div>", "<aside>{}</aside>", "<x-embed>{}</x-embed>", "<figure><div>{}</div></figure>")


def between(box: str, *places: int, make: str = "<p>{}</p>") -> str:
    return "".join(f"{make.format(words)}{box if n in places else ''}" for n, words in enumerate(TOLD))


@pytest.mark.parametrize("asking", ASKING)
@pytest.mark.parametrize("box", BOXES)
def test_what_asks_for_consent_is_left_out(asking: str, box: str) -> None:
    assert told(site(between(box.format(asking), 1))) == list(TOLD)
    assert told(site(between(box.format(asking), 0, 1, 2))) == list(TOLD)


def test_so_it_is_where_it_is_longer_than_the_story() -> None:
    long = f"<div>{ASKING[0]}{ASKING[0].replace('<p>', '<p>Once more, and at some more length: ')}</div>"
    assert told(site(between(long, 0, 1, 2, 3))) == list(TOLD)


def test_so_it_is_where_every_paragraph_stands_in_a_box() -> None:
    make = "<div class='block'><p>{}</p></div>"
    box = f"<div class='block'><div class='opt-in'>{ASKING[0]}</div></div>"
    assert told(site(between(box, 1, 2, make=make))) == list(TOLD)


@pytest.mark.parametrize(
    "box",
    [
        "<div class='call'><p>Stone, dust and trains: write to us what you think of it, dear readers.</p></div>",
        "<section><p>All about the quarries of the district stands in our overview of the year.</p></section>",
    ],
)
def test_a_box_that_stands_there_again_and_again_is_left_out(box: str) -> None:
    assert told(site(between(box, 0, 1, 2))) == list(TOLD)


@pytest.mark.parametrize(
    "box",
    [
        "<div class='letter'><p>Our newsletter tells you every morning what the district talks about.</p></div>",
        "<div class='nl'><p>Abonnieren Sie unseren Newsletter und lesen Sie jeden Morgen mehr davon.</p></div>",
    ],
)
def test_an_offer_of_a_newsletter_is_left_out(box: str) -> None:
    assert told(site(between(box, 1))) == list(TOLD)


@pytest.mark.parametrize(
    "words",
    [
        "Facebook must ask for consent before it loads content of others, the court in Olm ruled on privacy grounds.",
        "The newsletter of the owners said on Monday that the pits would be dry by the end of the winter.",
    ],
)
def test_a_paragraph_on_such_matters_stays(words: str) -> None:
    assert told(site(between(f"<p>{words}</p>", 1))) == [*TOLD[:2], words, *TOLD[2:]]
    make = "<div class='text'>{}</div>"
    assert told(site(between(make.format(words), 1, make=make))) == [*TOLD[:2], words, *TOLD[2:]]


def test_speakers_and_refrains_stay() -> None:
    speakers = "".join(f"<div class='speaker'>Veldt, the manager:</div><p>{words}</p>" for words in TOLD)
    assert told(site(speakers)).count("Veldt, the manager:") >= len(TOLD) - 1
    refrain = "And the dust came down on the washing, as it had come down every spring."
    assert told(site(between(f"<p>{refrain}</p>", 0, 2))).count(refrain) == 2
