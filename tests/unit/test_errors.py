import inspect
import pickle

import pytest

from infromap import errors

OWN = inspect.getmembers(errors, lambda each: inspect.isclass(each) and each.__module__ == errors.__name__)


def test_every_error_belongs_to_the_tree_and_to_a_builtin():
    classes = [each for _, each in OWN]

    for each in classes:
        assert issubclass(each, errors.InfromapError)
        assert each is errors.InfromapError or issubclass(each, ValueError | LookupError | OSError | ImportError)


@pytest.mark.parametrize("kind", [errors.ArticleError, errors.VectorError, errors.MissingExtraError])
def test_a_message_is_one_line_that_gives_a_terminal_no_orders(kind):
    error = kind("a\nb\x1b]0;title\x07\u2028\u202etxt.\udcff\r\n is no file")

    assert str(error) == "a b ]0;title txt. is no file"
    assert str(kind("two  spaces \n \n  and one")) == "two  spaces and one"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_the_tree_in_the_docstring_names_every_error():
    classes = [name for name, _ in OWN]

    assert [name for name in classes if name not in (errors.__doc__ or "")] == []
