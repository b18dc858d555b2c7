"""The features of a study: tokens for the index, one for each trait that makes studies alike.

A token is ``xq``, a letter for the kind of trait, and a number that stands for its name. Nobody
types such words, and their ends are digits, so that no stemmer changes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.store.similar.plain_words import raw_words
from desktop_app.store.similar.tokens import (
    CONDITION,
    INTERVENTION,
    OFFICIAL,
    SPONSOR,
    TERM,
    TITLE_WORD,
)
from desktop_app.store.similar.told import Told, told, told_as_is

if TYPE_CHECKING:
    from desktop_app.readers.json_values import JsonObject


def feature_tokens(raw: JsonObject) -> str:
    """Return the features of a record in the registry's JSON, with spaces between them.

    Nothing that a record may hold is an error: a value of a wrong type counts as absent.
    """
    try:
        return _joined(told_as_is(raw))
    except (AttributeError, KeyError, TypeError):
        return _joined(told(raw))


def _joined(one: Told) -> str:
    tokens = [CONDITION[name] for name in one.conditions]
    tokens += [CONDITION[name] for name in one.keywords]
    tokens += [INTERVENTION[name] for name in one.interventions]
    tokens += [TERM[term] for term in one.condition_terms]
    tokens += [TERM[term] for term in one.intervention_terms]
    tokens += [TERM[term] for term in one.ancestors]
    tokens += [SPONSOR[name] for name in one.sponsors]
    tokens += [OFFICIAL[name] for name in one.officials]
    tokens += [TITLE_WORD[word] for word in raw_words("\n".join(one.titles + one.conditions))]
    return " ".join(filter(None, dict.fromkeys(tokens)))
