"""What quantities in the news count or measure: what becomes of people, who they are, things, money, measures.

Closed classes of English news; each has one word for all ways to put it.
"""

from typing import Final

from reportedly.likeness import stem


def _all(**classes: str) -> dict[str, str]:
    return {word: name.replace("_", " ") for name, words in classes.items() for word in words.split()}


# What becomes of the people counted: by words after the number ("16 people were killed"), and before ("killed 16").
AFTER: Final = _all(
    killed="killed dead died die dies dying slain martyred perished deaths fatalities murdered drown drowns drowned "
    "bodies neutralised neutralized eliminated",
    injured="injured wounded hurt injuries hospitalised hospitalized",
    casualties="casualties",
    held="arrested detained apprehended captured imprisoned jailed nabbed arrests detainees",
    abducted="abducted kidnapped",
    missing="missing disappeared unaccounted",
    displaced="displaced evacuated fled homeless uprooted",
    rescued="rescued saved",
    freed="freed released",
    taking_part="attended marched gathered rallied protested demonstrated",
)
BEFORE: Final = _all(
    killed="killed kills killing kill death deaths claimed claims claiming martyred martyring slaying murdered "
    "murdering",
    injured="injured injures injuring injure injuries wounded wounds wounding wound hurting",
    held="arrested arrests arresting arrest detained detains detaining detain apprehended nabbed captured",
    abducted="abducted kidnapped kidnapping abducting",
    displaced="displaced displacing displaces evacuated evacuating uprooted uprooting",
    rescued="rescued rescuing saved saving",
    freed="freed freeing released releasing",
)
# Two words that together say it: the first, then the second within a few words.
PHRASES: Final = (
    (frozenset(("lost", "lose", "loses", "losing")), frozenset(("life", "lives")), "killed"),
    (frozenset(("sustained", "suffered", "received", "sustaining")), frozenset(("injuries", "wounds")), "injured"),
    (frozenset(("shot", "burnt", "burned", "crushed", "beaten", "hacked")), frozenset(("dead", "death")), "killed"),
    (frozenset(("shot", "shoot", "shooting")), frozenset(("down",)), "downed"),
    (frozenset(("gunned",)), frozenset(("down",)), "killed"),
    (frozenset(("taken", "held")), frozenset(("hostage",)), "abducted"),
    (frozenset(("taken",)), frozenset(("custody",)), "held"),
    (frozenset(("took", "taken", "taking")), frozenset(("part",)), "taking part"),
)
FATES: Final = frozenset((*AFTER.values(), *BEFORE.values()))
RISING: Final = frozenset(("killed", "injured", "casualties", "held", "displaced", "rescued", "abducted", "freed"))

# Who is counted. The classes are parts that a whole is told to have; other nouns stand for themselves by their stem.
PEOPLE: Final = _all(
    people="people persons person others individuals victims lives dead souls humans",
    children="children child kids minors boys girls boy girl schoolchildren infants babies toddlers",
    women="women woman",
    men="men man",
    civilians="civilians civilian",
    soldiers="soldiers soldier troops servicemen personnel guards guard airmen marines",
    police="police policemen policeman officers officer cops troopers constables",
    fighters="militants militant terrorists terrorist rebels rebel gunmen insurgents fighters attackers assailants",
    foreigners="foreigners nationals",
    passengers="passengers passenger travellers commuters",
    tourists="tourists tourist holidaymakers visitors",
    migrants="migrants migrant refugees asylum-seekers",
    workers="workers worker labourers laborers employees staff miners miner",
    residents="residents villagers citizens locals",
    students="students student pupils",
    protesters="protesters protester demonstrators marchers",
    prisoners="prisoners prisoner detainees inmates",
    hostages="hostages hostage captives",
    journalists="journalists journalist reporters",
    medics="medics paramedics doctors nurses",
    pilgrims="pilgrims worshippers devotees",
    crew="crew sailors seafarers seamen fishermen",
    patients="patients",
    suspects="suspects suspect accused",
    athletes="athletes participants competitors",
    families="families households",
)
PARTS: Final = frozenset(
    ("children", "women", "men", "foreigners", "civilians")
)  # named to tell a part of all, or all there are
ARMED: Final = frozenset(("soldiers", "fighters"))
THINGS: Final = _all(
    houses="houses house homes home dwellings",
    buildings="buildings building structures",
    vehicles="vehicles vehicle cars car",
    buses="buses bus coaches",
    trucks="trucks truck lorries",
    boats="boats boat dinghies",
    ships="ships ship vessels vessel tankers tanker",
    aircraft="aircraft planes plane jets jet warplanes airliners fighter-jets",
    helicopters="helicopters helicopter",
    drones="drones drone uavs",
    missiles="missiles missile",
    rockets="rockets rocket shells",
    tanks="tanks",
    schools="schools school",
    hospitals="hospitals",
    shops="shops stores",
    villages="villages",
    votes="votes",
    seats="seats",
    strikes="strikes airstrikes air-strikes raids",
)
MEASURES: Final = _all(
    per_cent="% percent pc percentage",
    tonnes="tonnes tonne tons ton",
    kg="kg kilograms kilogrammes kilos",
    km="km kilometres kilometers kilometre",
    miles="miles mile",
    metres="metres meters",
    acres="acres acre",
    hectares="hectares",
    litres="litres liters",
    barrels="barrels bpd",
    megawatts="mw megawatts",
)
WEIGHED: Final = frozenset(("tonnes", "kg", "litres", "barrels"))  # of some stuff: "55 tons of flour"
MONEY_BEFORE: Final = _all(
    rupees="rs pkr inr ₹ rupees",
    dollars="$ usd",
    euros="€ eur",
    pounds="£ gbp",
    yen="¥",
    dirhams="aed dh",
    riyals="sar",
)
MONEY_AFTER: Final = _all(
    rupees="rupees rupee",
    dollars="dollars dollar",
    euros="euros euro",
    pounds="pounds sterling",
    yuan="yuan",
    yen="yen",
    riyals="riyals rials rial",
    tomans="tomans",
    dirhams="dirhams",
    lira="lira liras",
    roubles="roubles rubles",
    shekels="shekels",
)
DONE_TO_THINGS: Final = _all(
    destroyed="destroyed demolished razed gutted burned burnt collapsed destroying destroy",
    damaged="damaged damaging",
    shot_down="downed downs downing intercepted intercepting intercept",
    fired="fired launched firing launching",
    cancelled="cancelled suspended",
    seized="seized impounded confiscated recovered",
    sunk="sank sunk capsized",
)
CLASSES: Final = frozenset(PEOPLE.values())
COUNTED_THINGS: Final = frozenset(THINGS.values())
# Stems that say no more than the thing itself: two sentences are not about the same because both tell of the dead.
SAID_BY_THE_THING: Final = frozenset(stem(word) for word in (*AFTER, *BEFORE, "people", "others", "death", "toll"))
