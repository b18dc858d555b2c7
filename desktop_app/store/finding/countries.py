"""The countries of the library, by the names that people give them."""

import re
import unicodedata

import apsw

# As the registry spells them now and did before; a key is what people write.
_ALSO = {
    **dict.fromkeys(("usa", "us", "u.s.", "u.s.a.", "america"), ("united states",)),
    **dict.fromkeys(("uk", "u.k.", "great britain", "britain", "england", "scotland", "wales"),
                    ("united kingdom",)),
    **dict.fromkeys(("korea", "south korea"), ("south korea", "korea, republic of")),
    **dict.fromkeys(("north korea",), ("north korea", "korea, democratic people's republic of")),
    **dict.fromkeys(("russia", "russian federation"), ("russia", "russian federation")),
    **dict.fromkeys(("turkey", "turkiye"), ("turkey", "turkiye", "turkey (turkiye)")),
    **dict.fromkeys(("czechia", "czech republic"), ("czechia", "czech republic")),
    **dict.fromkeys(("iran",), ("iran", "iran, islamic republic of")),
    **dict.fromkeys(("uae", "emirates"), ("united arab emirates",)),
    **dict.fromkeys(("holland", "the netherlands"), ("netherlands",)),
    **dict.fromkeys(("moldova",), ("moldova", "moldova, republic of")),
    **dict.fromkeys(("macedonia",), ("north macedonia",
                                     "macedonia, the former yugoslav republic of")),
    **dict.fromkeys(("ivory coast",), ("cote d'ivoire",)),
    **dict.fromkeys(("burma", "myanmar"), ("burma", "myanmar")),
    **dict.fromkeys(("vietnam",), ("vietnam", "viet nam")),
    **dict.fromkeys(("laos",), ("laos", "lao people's democratic republic")),
    **dict.fromkeys(("syria",), ("syria", "syrian arab republic")),
    **dict.fromkeys(("palestine",), ("palestinian territories", "palestinian territory, occupied")),
    **dict.fromkeys(("congo",), ("congo", "democratic republic of the congo",
                                 "congo, the democratic republic of the")),
    **dict.fromkeys(("germany", "deutschland"), ("germany",)),
    **dict.fromkeys(("spain", "espana"), ("spain",)),
}  # fmt: skip


class Countries:
    """The names of countries in the library; sets of them are only ever added to."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._read_to = 0

    def names(self, connection: apsw.Connection) -> tuple[str, ...]:
        """Return the countries of all studies, in the order of the alphabet."""
        self._update(connection)
        return tuple(sorted(self._names.values()))

    def matching(self, connection: apsw.Connection, name: str) -> tuple[str, ...]:
        """Return the countries that a name may mean; those of exactly that name go before others.

        An empty name stands for studies without countries, and is returned as it is.
        """
        if not name:
            return ("",)
        self._update(connection)
        words = _plain(name)
        meant = [self._names[also] for also in _ALSO.get(words, (words,)) if also in self._names]
        if meant:
            return tuple(dict.fromkeys(meant))
        begun = [full for plain, full in self._names.items() if plain.startswith(words)]
        if begun:
            return tuple(begun)
        within = re.compile(rf"\b{re.escape(words)}") if words else None
        return tuple(full for plain, full in self._names.items() if within and within.search(plain))

    def sets_of(self, connection: apsw.Connection, names: set[str]) -> frozenset[int]:
        """Return the ids of the sets of countries with one of some names."""
        found: set[int] = set()
        for name in names:
            if not name:
                found.update(
                    row
                    for (row,) in connection.execute("SELECT id FROM country_set WHERE names = ''")
                )
                continue
            rows = connection.execute(
                "SELECT id FROM country_set WHERE instr(char(10) || names || char(10), ?)",
                (f"\n{name}\n",),
            )
            found.update(row for (row,) in rows)
        return frozenset(found)

    def _update(self, connection: apsw.Connection) -> None:
        last = connection.execute("SELECT coalesce(max(id), 0) FROM country_set").get
        if last < self._read_to:
            self._names, self._read_to = {}, 0
        if last > self._read_to:
            rows = connection.execute(
                "SELECT names FROM country_set WHERE id > ? AND id <= ?", (self._read_to, last)
            )
            found = {name for (names,) in rows for name in names.split("\n") if name}
            self._names |= {_plain(name): name for name in found}
            self._read_to = last


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(plain.replace("’", "'").split())
