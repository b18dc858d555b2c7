"""Changes to what bears a name: tags, collections and saved searches of library and registry."""

from collections.abc import Iterable, Mapping, Sequence

from desktop_app.languages import _
from desktop_app.store.personal import named_plans, registry_plans
from desktop_app.store.personal.values import Tag, TagColour
from desktop_app.ui.personal.kinds import Kind
from desktop_app.ui.personal.personal_access import PersonalAccess


class NamedActions(PersonalAccess):
    """Makes, changes and deletes them; studies go by their NCT numbers as integers."""

    def create_tag(self, name: str, colour: TagColour, nct_numbers: Iterable[int] = ()) -> None:
        """Make a tag, and put it on studies."""
        numbers = frozenset(nct_numbers)
        label = _("Tag {studies} “{name}”") if numbers else _("New Tag “{name}”")
        said = _("{studies}: tagged “{name}”.") if numbers else _("There is a new tag, “{name}”.")
        plan = named_plans.create_tag(name, colour, sorted(numbers))
        self.change(Kind.TAGS, numbers, label, said, plan, name)

    def change_tag(self, tag: Tag, name: str, colour: TagColour) -> None:
        """Give a tag another name or colour."""
        said = _("The tag is now “{name}”.")
        plan = named_plans.change_tag(tag.id, name, colour)
        self.change(Kind.TAGS, frozenset(), _("Change of Tag “{name}”"), said, plan, name)

    def delete_tag(self, tag: Tag) -> None:
        """Do away with a tag; undoing brings it back to all studies that had it."""
        label, said = _("Delete Tag “{name}”"), _("The tag “{name}” is deleted.")
        plan = named_plans.delete_tag(tag.id)
        self.change(Kind.TAGS, frozenset(), label, said, plan, tag.name, is_offered=True)

    def create_collection(self, name: str, nct_numbers: Sequence[int] = ()) -> None:
        """Make a collection of studies in that order."""
        label, said = _("New Collection “{name}”"), _("There is a new collection, “{name}”.")
        plan = named_plans.create_collection(name, nct_numbers)
        self.change(Kind.COLLECTIONS, frozenset(nct_numbers), label, said, plan, name)

    def rename_collection(self, collection_id: int, name: str) -> None:
        """Give a collection another name."""
        label, said = _("Rename Collection “{name}”"), _("The collection is now “{name}”.")
        plan = named_plans.rename_collection(collection_id, name)
        self.change(Kind.COLLECTIONS, frozenset(), label, said, plan, name)

    def delete_collection(self, collection_id: int, name: str) -> None:
        """Do away with a collection; its studies stay, and undoing brings it back with them."""
        label, said = _("Delete Collection “{name}”"), _("The collection “{name}” is deleted.")
        plan = named_plans.delete_collection(collection_id)
        self.change(Kind.COLLECTIONS, frozenset(), label, said, plan, name, is_offered=True)

    def order_collections(self, collection_ids: Sequence[int]) -> None:
        """Put the collections into an order."""
        plan = named_plans.put_in_order("collection", collection_ids)
        self.change(Kind.COLLECTIONS, frozenset(), _("Order of Collections"), "", plan)

    def save_search(self, name: str, query: str) -> None:
        """Keep a query under a name."""
        label, said = _("Save Search “{name}”"), _("The search is saved as “{name}”.")
        plan = named_plans.save_search(name, query)
        self.change(Kind.SEARCHES, frozenset(), label, said, plan, name)

    def rename_search(self, search_id: int, name: str) -> None:
        """Give a saved search another name."""
        label, said = _("Rename Search “{name}”"), _("The saved search is now “{name}”.")
        plan = named_plans.rename_search(search_id, name)
        self.change(Kind.SEARCHES, frozenset(), label, said, plan, name)

    def change_search(self, search_id: int, name: str, query: str) -> None:
        """Let a saved search look for something else."""
        label, said = _("Change of Search “{name}”"), _("“{name}” now looks for this.")
        plan = named_plans.change_search(search_id, query)
        self.change(Kind.SEARCHES, frozenset(), label, said, plan, name)

    def delete_search(self, search_id: int, name: str) -> None:
        """Do away with a saved search."""
        label, said = _("Delete Search “{name}”"), _("The saved search “{name}” is deleted.")
        plan = named_plans.delete_search(search_id)
        self.change(Kind.SEARCHES, frozenset(), label, said, plan, name, is_offered=True)

    def order_searches(self, search_ids: Sequence[int]) -> None:
        """Put the saved searches into an order."""
        plan = named_plans.put_in_order("saved_search", search_ids)
        self.change(Kind.SEARCHES, frozenset(), _("Order of Saved Searches"), "", plan)

    def save_registry_search(self, name: str, query: str, total: int) -> None:
        """Keep a search of the registry, which has just been run, under a name."""
        label, said = _("Save Search “{name}”"), _("The search is saved as “{name}”.")
        plan = registry_plans.save_registry_search(name, query, total)
        self.change(Kind.SEARCHES, frozenset(), label, said, plan, name)

    def rename_registry_search(self, search_id: int, name: str) -> None:
        """Give a search of the registry another name."""
        label, said = _("Rename Search “{name}”"), _("The saved search is now “{name}”.")
        plan = registry_plans.rename_registry_search(search_id, name)
        self.change(Kind.SEARCHES, frozenset(), label, said, plan, name)

    def delete_registry_search(self, search_id: int, name: str) -> None:
        """Do away with a search of the registry, and with what was seen of it."""
        label, said = _("Delete Search “{name}”"), _("The saved search “{name}” is deleted.")
        plan = registry_plans.delete_registry_search(search_id)
        self.change(Kind.SEARCHES, frozenset(), label, said, plan, name, is_offered=True)

    def mark_news_seen(
        self, search_id: int, name: str, total: int, seen: Mapping[int, str] | None
    ) -> None:
        """Note that the news of a search of the registry were shown; undone, they are news again.

        ``total`` and ``seen`` are what the search finds now, as in `registry_plans.note_run`.
        """
        label, said = _("Mark News of “{name}” as Seen"), _("The news of “{name}” count as seen.")
        plan = registry_plans.note_run(search_id, total, seen)
        self.change(Kind.SEARCHES, frozenset(), label, said, plan, name, is_offered=True)

    def order_registry_searches(self, search_ids: Sequence[int]) -> None:
        """Put the searches of the registry into an order."""
        plan = named_plans.put_in_order("registry_search", search_ids)
        self.change(Kind.SEARCHES, frozenset(), _("Order of Saved Searches"), "", plan)
