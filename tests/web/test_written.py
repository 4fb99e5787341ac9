from reportedly.web import written


def test_an_item_says_its_language_and_its_way() -> None:
    assert written.own("پل شهر باز شد") == 'lang="fa" dir="rtl"'
    assert written.own("پل", "ur") == 'lang="ur" dir="rtl"'
    assert written.own("Мост открыт", "ru") == 'lang="ru" dir="ltr"'
    assert written.own("The bridge is open", "en") == 'dir="ltr"'
    assert written.own("The bridge is open") == 'dir="ltr"'


def test_words_within_a_line_are_set_apart_and_escaped() -> None:
    assert written.apart("پیک <b>") == '<bdi lang="fa">پیک &lt;b&gt;</bdi>'
    assert written.apart("Teral Post") == "<bdi>Teral Post</bdi>"


def test_of_listed_names_each_is_set_apart_in_its_own_language() -> None:
    assert written.listed(["بل ترال", "Терал", "Teral"]) == (
        '<bdi lang="ar">بل ترال</bdi>, <bdi lang="ru">Терал</bdi> and <bdi>Teral</bdi>'
    )
    assert written.listed(["<b>", "Teral"]) == "<bdi>&lt;b&gt;</bdi> and <bdi>Teral</bdi>"
    assert written.listed(["Teral"]) == "<bdi>Teral</bdi>"
    assert not written.listed([])


def test_an_english_line_sets_foreign_pieces_apart() -> None:
    assert written.turned("Payk & others reported: “پل باز شد”.") == (
        'Payk &amp; others reported: “<bdi lang="ar">پل باز شد</bdi>”.'.replace('"ar"', '"fa"')
    )


def test_words_stand_in_the_quotation_marks_of_their_language() -> None:
    assert written.quoted("پل شهر باز شد.") == "«پل شهر باز شد»"
    assert written.quoted("پل کھل گیا ہے") == "”پل کھل گیا ہے“"
    assert written.quoted("The bridge is open") == "“The bridge is open”"
    assert written.quoted("Мост открыт", code="ru") == "«Мост открыт»"


def test_a_language_given_that_leaves_its_way_open_is_laid_out_by_its_letters() -> None:
    assert written.own("Serokê herêmê", "ku") == 'lang="ku" dir="ltr"'
    assert written.own("سەرۆکێ هەرێمێ", "ku") == 'lang="ku" dir="rtl"'
