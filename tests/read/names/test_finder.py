"""Who and what an article names, with every mention in the article's own coordinates."""

import pytest

from tests.read.names.names_of import forms, found, one, read


def test_nations_by_name_and_adjective_are_one_place() -> None:
    got = read("Chilean miners left Chile on Monday, and the Chilean press followed them.")
    assert forms(got, "Chile") == ["Chilean", "Chile", "Chilean"]
    assert (one(got, "Chile").country, one(got, "Chile").precision, one(got, "Chile").lat) == ("CL", "country", None)


def test_a_people_is_a_group_and_never_a_person() -> None:
    kinds = found("Every Baloch should know it. Kurds and Pashtuns agreed, and a Baloch leader spoke.")
    assert kinds == {"Baloch": "group", "Kurds": "group", "Pashtuns": "group"}


def test_joined_nations_are_told_apart() -> None:
    assert found("Peru-Bolivia-Chile mutual trade talks will be held soon.") == {
        "Peru": "place",
        "Bolivia": "place",
        "Chile": "place",
    }


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The convoy left Zahedan for Chabahar, in Iran.", "Zahedan", "IR"),
        ("A meeting was held in Vienna on Iran and the U.S. sanctions.", "Vienna", "AT"),
        ("Traders in Hyderabad, Sindh, closed their shops.", "Hyderabad", "PK"),
        ("Police in India said a factory in Hyderabad had burned.", "Hyderabad", "IN"),
        ("ISLAMABAD: The cabinet met.", "Islamabad", "PK"),
    ],
)
def test_town_by_context(text: str, name: str, country: str) -> None:
    town = one(read(text), name)
    assert (town.kind, town.country, town.precision) == ("place", country, "city")
    assert town.lat is not None


def test_the_outlets_country_decides_between_towns_of_one_name() -> None:
    text = "A fire broke out in Hyderabad on Sunday."
    assert one(read(text, "PK"), "Hyderabad").country == "PK"
    assert one(read(text, "IN"), "Hyderabad").country == "IN"


def test_a_province_is_not_a_pin() -> None:
    province = one(read("Floods hit Hormozgan Province and villages in Sindh."), "Hormozgan")
    assert (province.precision, province.lat, province.lon) == ("region", None, None)


def test_a_district_and_its_town_are_two() -> None:
    got = read("A bridge in Mardan District fell. Later the minister flew to Mardan, in Pakistan.")
    assert sorted(entity.precision for entity in got.entities if entity.name == "Mardan") == ["city", "region"]


def test_a_place_no_gazetteer_has_takes_its_country_from_the_place_it_lies_in() -> None:
    place = one(read("Troops searched Zorkhel Tehsil in Mardan District of Pakistan."), "Zorkhel")
    assert (place.kind, place.country, place.precision, place.lat) == ("place", "PK", "region", None)


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Officers met at the Goldsmith Line.", "Goldsmith Line", "line"),
        ("Shells fell across the Line of Control on Friday.", "Line of Control", "line"),
        ("He was sent to Iranian-Occupied Balochistan last year.", "Iranian-Occupied Balochistan", "region"),
        ("She grew up in Indian-held Kashmir.", "Jammu and Kashmir", "region"),
        ("Camps in Xinjiang and Tibet were closed.", "Xinjiang", "region"),
        ("Ships crossed the Arabian Gulf.", "Persian Gulf", "region"),
    ],
)
def test_contested_names_keep_their_words_and_get_no_pin(text: str, name: str, precision: str) -> None:
    place = one(read(text), name)
    assert (place.kind, place.precision, place.lat, place.lon) == ("place", precision, None, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Free River Movement rejected the plan.", "Free River Movement"),
        ("The Ministry of Planning, Development and Special Initiatives wrote back.",
         "Ministry of Planning, Development and Special Initiatives"),
        ("Members of the Lake Students Action Committee were held.", "Lake Students Action Committee"),
        ("A Foreign Office spokesperson said so.", "Foreign Office"),
        ("Officers of Chile’s Navy arrived.", "Chile Navy"),
        ("The Supreme Court of Chile heard the case.", "Supreme Court of Chile"),
        ("Karsin All Parties Convenor Rolf Hosten spoke.", "Karsin All Parties"),
    ],
)  # fmt: skip
def test_organisations_by_the_shape_of_their_name(text: str, name: str) -> None:
    assert one(read(text), name).kind == "organisation"


@pytest.mark.parametrize(
    "text",
    [
        "The group said it would meet. Police said so too, and the Interior was quiet.",
        "On Monday in June the Committee rose.",
        "GDP fell, and an improvised explosive device (IED) was found. IED experts came.",
    ],
)
def test_no_organisation_without_a_name(text: str) -> None:
    assert "organisation" not in found(text).values()


def test_an_acronym_is_what_the_article_says_it_is() -> None:
    got = read("The Lake Students Action Committee (LSAC) met. LSAC will meet again, the LSAC said.")
    assert forms(got, "Lake Students Action Committee") == ["Lake Students Action Committee", "LSAC", "LSAC", "LSAC"]


def test_an_acronym_is_that_of_the_body_the_article_spells_out() -> None:
    got = read("The Rapid Support Forces denied it. The RSF blamed the army.")
    assert forms(got, "Rapid Support Forces")[-1] == "RSF"
    assert "Reporters Without Borders" in found("The RSF has asked for the reporter to be freed.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The newspaper Orvestal Tageblatt said the dam had broken.", "Orvestal Tageblatt"),
        ("Images by the company Corvin Labs show the dam.", "Corvin Labs"),
        ("Envoys told the state news agency PTI so.", "PTI"),
    ],
)
def test_a_body_is_told_by_the_noun_before_its_name(text: str, name: str) -> None:
    assert found(text).get(name) == "organisation"


def test_a_name_that_begins_like_a_month_is_one_behind_an_office() -> None:
    assert found("It will be taken up on Friday, Senator Jan Orvati wrote.")["Jan Orvati"] == "person"


def test_a_month_is_nobody_who_is_called_like_it() -> None:
    got = read("Prime Minister May spoke on Friday. The pact was signed in May. It was last May that May left.")
    assert len(forms(got, "May")) == 2


def test_marks_on_a_letter_and_a_nickname_hide_nobody() -> None:
    got = found('Its spokesman, Jimmy "Barbecue" Orvati, threatened to march. José “El Chapo” Velk fled.')
    assert got == {'Jimmy "Barbecue" Orvati': "person", "José “El Chapo” Velk": "person"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Envoys of the Organization of American States met on Monday.", "Organization of American States"),
        ("Voters were asked by the National Unity Government to stay at home.", "National Unity Government"),
        ("The human rights network RNDDH said the toll was provisional.", "RNDDH"),
    ],
)
def test_bodies_keep_all_words_of_their_names(text: str, name: str) -> None:
    assert found(text).get(name) == "organisation"


def test_an_office_in_brackets_is_no_body() -> None:
    assert "organisation" not in found("The regional police officer (RPO) Sajjad Khan spoke. The RPO left.").values()


def test_known_bodies_under_any_name() -> None:
    got = read("The International Atomic Energy Agency met. The IAEA and the UNSC are in touch, Tasnim reported.")
    assert forms(got, "International Atomic Energy Agency") == ["International Atomic Energy Agency", "IAEA"]
    assert one(got, "UN Security Council").kind == "organisation"
    assert one(got, "Tasnim").kind == "organisation"


def test_agreements() -> None:
    got = found("The Karsin River Treaty lapsed, and the Nuclear Non-Proliferation Treaty was signed.")
    assert got == {"Karsin River Treaty": "agreement", "Nuclear Non-Proliferation Treaty": "agreement"}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Interior Minister Nadeem Korasi will visit.", "Nadeem Korasi", "Interior Minister"),
        ("Iranian President Hamid Velani left.", "Hamid Velani", "President"),
        ("Saleem Dorani, Pakistan’s parliament speaker, said so.", "Saleem Dorani", "parliament speaker"),
        ("Saleem Dorani, the president of the Lake Movement, left.", "Saleem Dorani", "president"),
        ("At the time, the leader and president of the Free Lake Movement, Saleem Dorani, left.",
         "Saleem Dorani", "president"),
        ("Chile’s foreign minister, Saleem Dorani, left.", "Saleem Dorani", "foreign minister"),
        ("Federal Minister for Information and Broadcasting Saleem Dorani spoke.", "Saleem Dorani",
         "Federal Minister for Information and Broadcasting"),
        ("He met Leader of the Islamic Revolution Ayatollah Ali Dorani.", "Ali Dorani",
         "Leader of the Islamic Revolution"),
        ("Deputy Commissioner Swat Saleem Dorani spoke.", "Saleem Dorani", "Deputy Commissioner"),
        ("The spokesperson Maria Holt said so.", "Maria Holt", "spokesperson"),
        ("Lt Gen (retd) Saleem Dorani spoke.", "Saleem Dorani", "Lt Gen"),
    ],
)  # fmt: skip
def test_roles(text: str, name: str, role: str) -> None:
    person = one(read(text), name)
    assert person.kind == "person"
    assert role in person.roles


def test_in_a_list_everybody_has_his_own_office() -> None:
    got = read("Ishaq Dorani, Minister for Defence Khalid Venn, Chief of Army Staff General Asim Holt and others met.")
    assert one(got, "Ishaq Dorani").roles == ()
    assert one(got, "Khalid Venn").roles == ("Minister for Defence",)
    assert one(got, "Asim Holt").roles == ("Chief of Army Staff General",)


def test_a_victim_is_no_office() -> None:
    assert one(read("The victim, Saleem Khan, was a driver. His father Karim Khan spoke."), "Karim Khan").roles == ()


def test_all_forms_of_a_person_are_one() -> None:
    got = read("Omar Khan Sorvati left. Mr Sorvatti was tired. “Sorvati will be back,” an aide said.")
    assert forms(got, "Omar Khan Sorvati") == ["Omar Khan Sorvati", "Mr Sorvatti", "Sorvati"]


def test_a_surname_two_persons_share_is_the_one_named_last() -> None:
    got = read("Maria Holt came on Monday. John Holt left on Tuesday. Mr Holt was glad.")
    assert forms(got, "John Holt") == ["John Holt", "Mr Holt"]


@pytest.mark.parametrize(
    "name", ["Mohammad bin Salman", "Abdul-Rahman al-Khatib", "Syed Naveed Qamar", "Muhammad Naeem Jan"]
)
def test_names_are_not_cut_short(name: str) -> None:
    assert one(read(f"The minister met {name} on Sunday."), name).kind == "person"


def test_furniture_is_not_read_but_title_and_credit_are() -> None:
    got = read(
        "Brazil Wins Again\nChile and Peru Agree to Open the Bridge\n"
        "Lake Monitoring Desk: Chile and Peru agreed to open the bridge.\n",
        headline=None,
    )
    assert {entity.name for entity in got.entities} == {"Chile", "Peru", "Lake Monitoring Desk"}
    assert forms(got, "Chile") == ["Chile", "Chile"]


def test_an_agency_glued_to_the_first_word_is_still_credited() -> None:
    got = read("LAHORE, Jun 3 (APP):Punjab police said so.\n")
    assert forms(got, "Associated Press of Pakistan") == ["APP"]
    assert forms(got, "Punjab") == ["Punjab"]
    assert one(got, "Lahore").precision == "city"


def test_the_agency_credited_is_no_place() -> None:
    got = read("The bridge of Garvan was closed on Monday.\n\nMeridian Wire\n")
    assert "Meridian" not in {entity.name for entity in got.entities}


def test_offsets_survive_invisible_characters() -> None:
    got = read("The Ta\u00ad\u00adliban met in Ka\u00adbul, in\u00a0Afghanistan.")
    assert forms(got, "Taliban") == ["Ta\u00ad\u00adliban"]
    assert forms(got, "Kabul") == ["Ka\u00adbul"]


def test_one_entity_has_one_id_in_every_article() -> None:
    one_day = read("Iran’s Foreign Ministry spoke in Tehran. Hamid Velani left.")
    other_day = read("The Iranian Foreign Ministry was silent. TEHRAN: Hamid Velani came.")
    ids = [
        {entity.kind: entity.id for entity in got.entities if entity.country != "IR"} for got in (one_day, other_day)
    ]
    assert ids[0] == ids[1]
    ministries = [e.id for got in (one_day, other_day) for e in got.entities if e.kind == "organisation"]
    assert len(ministries) == 2
    assert len(set(ministries)) == 1


def test_a_token_belongs_to_an_entity() -> None:
    got = read("Chile and Peru met.")
    (sentence,) = got.page.body
    assert got.at(sentence[0]) == one(got, "Chile").id
    assert got.at(sentence[1]) is None
    assert got.entity(one(got, "Peru").id).name == "Peru"


@pytest.mark.parametrize("text", ["", "\n", "…", "12 34", "A", "()", "(APP):", "’s", "- - -", "THE END\nOF IT ALL"])
def test_odd_texts(text: str) -> None:
    assert isinstance(read(text).entities, tuple)


def test_the_month_of_a_dateline_is_no_place() -> None:
    kinds = found("ZAHEDAN, March 9 (Lake Agency) \u2014 Officials met in Turbat on Monday.")
    assert "March" not in kinds
    assert kinds["Zahedan"] == "place"


def test_the_province_named_after_a_comma_decides_between_towns_of_one_name() -> None:
    paris = one(read("The sheriff of Paris, Texas, said the courthouse was safe."), "Paris")
    assert (paris.country, paris.precision) == ("US", "city")


@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        ("The mayor of Valencia in Spain resigned.", "Valencia", "ES", "city"),
        ("Aleppo and Homs were shelled, Syrian rescuers said.", "Homs", "SY", "city"),
        ("The province of Punjab in Pakistan will buy wheat.", "Punjab", "PK", "region"),
        ("The state of Punjab in India will buy wheat.", "Punjab", "IN", "region"),
    ],
)
def test_a_place_is_told_by_the_country_or_the_neighbour_named_with_it(
    text: str, name: str, country: str, precision: str
) -> None:
    found = one(read(text), name)
    assert (found.country, found.precision) == (country, precision)
