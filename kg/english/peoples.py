"""Words for peoples, faiths and camps: their names and adjectives."""

from __future__ import annotations

import csv
import re
from functools import cache

from kg.vocabulary.folders import folder

# What no list of states holds; an ending tells the rest ("Californians", "Faroese")
FAITHS_AND_CAMPS = (
    "Muslim Muslims Islamic Islamist Islamists Christian Christians Catholic Catholics Protestant Protestants Orthodox "
    "Jew Jews Jewish Hindu Hindus Sikh Sikhs Buddhist Buddhists Sunni Sunnis Shia Shiite Shiites Shi'ite Shi'ites "
    "Mormon Mormons Druze Alawite Alawites Yazidi Yazidis Sufi Sufis Anglican Anglicans Evangelical Evangelicals "
    "Democrat Democrats Democratic Republican Republicans Communist Communists Socialist Socialists Tory Tories "
    "Zionist Zionists Nazi Nazis Soviet Soviets Marxist Marxists Baathist Baathists Maoist Maoists Western Westerners"
).split()
ETHNIC_GROUPS = (
    "Kurd Kurds Kurdish Arab Arabs Arabic Persian Persians Pashtun Pashtuns Tajik Tajiks Uzbek Uzbeks Uyghur Uyghurs "
    "Uighur Uighurs Tamil Tamils Sinhalese Bengali Bengalis Punjabi Punjabis Gujarati Gujaratis Kashmiri Kashmiris "
    "Tibetan Tibetans Rohingya Hutu Hutus Tutsi Tutsis Zulu Zulus Hausa Yoruba Igbo Fulani Tuareg Tuaregs Berber "
    "Berbers Maasai Somali Somalis Oromo Amhara Tigrayan Tigrayans Maori Māori Inuit Aboriginal Aboriginals "
    "Indigenous Dalit Dalits Adivasi Adivasis Cree Métis "
    "Quechua Aymara Guarani Mapuche Roma Romani Slavic Slavs Hispanic Hispanics Latino Latinos Latina Latinas Chechen "
    "Chechens Tatar Tatars Catalan Catalans Basque Basques Welsh Scots Scottish Greek Greeks Turk Turks Czech Czechs "
    "Roman Romans European Europeans African Africans American Americans Asian Asians Palestinian Palestinians"
).split()
COMPOUNDS = (
    "Latin American",
    "Latin Americans",
    "South American",
    "South Americans",
    "North American",
    "North Americans",
    "Central American",
    "Central Americans",
    "African American",
    "African Americans",
    "African-American",
    "African-Americans",
    "South Asian",
    "South Asians",
    "Middle Eastern",
    "Pacific Islander",
    "Pacific Islanders",
    "Native American",
    "Native Americans",
    "Torres Strait Islander",
    "Torres Strait Islanders",
)
ENDING = re.compile(r"^[A-Z][a-z]{3,}(?:ians?|[b-df-hj-np-tv-z]ans|ese|ites)$")
TABLES = ("states", "regions")


@cache
def peoples() -> frozenset[str]:
    """Every name and adjective of a people, a faith or a camp: ours, and the demonyms of the shipped gazetteer."""
    demonyms = (listed(table, "demonyms") for table in TABLES)
    return frozenset({*FAITHS_AND_CAMPS, *ETHNIC_GROUPS, *COMPOUNDS}.union(*demonyms))


def listed(table: str, *columns: str) -> frozenset[str]:
    """The names in columns of a table of the shipped gazetteer ("states", "regions", "bodies")."""
    with (folder("seeds") / "gazetteer" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return frozenset(name for row in rows for column in columns for name in row[column].split(";") if name)


def is_people(name: str) -> bool:
    """True for the name of a people, a faith or a camp, and for its adjective, by the lists or by the ending.

    >>> is_people("South Korean"), is_people("Californians"), is_people("Osk Airport")
    (True, True, False)
    """
    known = peoples()
    return name in known or name.rpartition(" ")[2] in known or ENDING.match(name) is not None
