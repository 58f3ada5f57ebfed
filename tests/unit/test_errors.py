import inspect

from infromap import errors


def test_every_error_belongs_to_the_tree_and_to_a_builtin():
    classes = [each for _, each in inspect.getmembers(errors, inspect.isclass)]

    for each in classes:
        assert issubclass(each, errors.InfromapError)
        assert each is errors.InfromapError or issubclass(each, ValueError | LookupError | OSError | ImportError)


def test_the_tree_in_the_docstring_names_every_error():
    classes = [name for name, _ in inspect.getmembers(errors, inspect.isclass)]

    assert [name for name in classes if name not in (errors.__doc__ or "")] == []
