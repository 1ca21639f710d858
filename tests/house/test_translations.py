"""Every text is in both languages: written in Chinese, and finished in English."""

from __future__ import annotations

import ast
import re
import runpy
import shutil

import pytest

PLACEHOLDER = re.compile(r"{[^{}]*}|%[0-9ns]")


@pytest.fixture(scope="session")
def translations(checkout) -> dict:
    """The names of scripts/translations.py."""
    return runpy.run_path(str(checkout / "scripts" / "translations.py"))


@pytest.fixture(scope="session")
def catalogue(translations) -> list:
    return translations["messages"](translations["CATALOGUE"])


def composed_texts(tree: ast.Module, file: str) -> list[str]:
    """Calls of tr() with a text that exists only at run time, which no translator ever sees."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        inner = node.args[0]
        formatted = isinstance(inner, ast.Call) and getattr(inner.func, "attr", "") in ("format", "join")
        if called == "tr" and (formatted or isinstance(inner, (ast.JoinedStr, ast.BinOp))):
            found.append(f"{file}:{node.lineno} {ast.unparse(node)}")
    return found


def uncollected(present: list, collected: list) -> list[str]:
    """Texts of the sources that the catalogue does not have."""
    known = {(message.context, message.source) for message in present}
    return [message.source for message in collected if (message.context, message.source) not in known]


def unfinished(messages: list) -> list[str]:
    """Texts whose English is absent or not confirmed."""
    return [message.source for message in messages if not (message.finished and message.translation.strip())]


def changed_placeholders(messages: list) -> list[str]:
    """Texts whose English drops, adds or renames a placeholder ({n}, %1)."""
    return [
        message.source
        for message in messages
        if message.translation
        and set(PLACEHOLDER.findall(message.source)) != set(PLACEHOLDER.findall(message.translation))
    ]


def test_catalogue_has_every_text(translations, catalogue, tmp_path):
    fresh = tmp_path / "fresh.ts"
    shutil.copy(translations["CATALOGUE"], fresh)
    translations["collect"](fresh)
    missing = uncollected(catalogue, translations["messages"](fresh))
    assert not missing, "run `make i18n`:\n" + "\n".join(missing)


def test_every_text_has_finished_english(catalogue):
    missing = unfinished(catalogue)
    assert not missing, f"{len(missing)} texts:\n" + "\n".join(missing)


def test_placeholders_are_the_same_in_both_languages(catalogue):
    assert not changed_placeholders(catalogue)


def test_texts_are_whole_when_they_reach_the_translator(syntax_trees):
    found = [
        sentence
        for file, tree in syntax_trees.items()
        if file.startswith(("plugin/", "ui/"))
        for sentence in composed_texts(tree, file)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("line", ["tr(f'{n} 个')", "tr('共 ' + n)", "tr('{n}'.format(n=1))"])
def test_a_composed_text_is_noticed(line):
    assert composed_texts(ast.parse(line), "x.py")


def test_a_whole_text_is_right():
    assert not composed_texts(ast.parse("tr('共 {n} 个').format(n=1)\ntr('甲' '乙')"), "x.py")


def test_gaps_of_a_catalogue_are_noticed(translations):
    message = translations["Message"]
    done = message("@default", "共 {n} 个", "{n} in all", True)
    assert not unfinished([done])
    assert not changed_placeholders([done])
    assert unfinished([message("@default", "甲", "a", False)]) == ["甲"]
    assert unfinished([message("@default", "乙", " ", True)]) == ["乙"]
    assert changed_placeholders([message("@default", "共 {n} 个", "{m} in all", True)]) == ["共 {n} 个"]
    assert uncollected([done], [done, message("@default", "新", "", False)]) == ["新"]


def test_lists_of_words_follow_the_language(checkout):
    """Algorithms list words with bridge.sentences.listed(): a Chinese mark has no place in an English sentence."""
    files = sorted((checkout / "plugin" / "algorithms").rglob("*.py"))
    assert len(files) > 40
    assert not [str(file) for file in files if '"、".join' in file.read_text(encoding="utf-8")]
