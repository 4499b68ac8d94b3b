"""From bytes to a typed model, with every complaint in Russian. Shared by the service and the command line."""

import json
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)


class MalformedInput(ValueError):
    """The bytes are no UTF-8 or no JSON (HTTP 400). ``str()`` is a Russian sentence without the input's text."""


class FieldError(BaseModel):
    """One wrong field: its dotted path and what is wrong with it, in Russian."""

    field: str
    message: str


class InvalidInput(ValueError):
    """Well-formed, but not what is expected (HTTP 422). ``errors`` says which fields, without their text."""

    def __init__(self, errors: list[FieldError]) -> None:
        super().__init__("; ".join(f"{error.field}: {error.message}" for error in errors))
        self.errors = errors


def read_json(raw: bytes) -> Any:
    """Decodes a JSON document in UTF-8.

    Raises ``MalformedInput`` for anything else, ``NaN`` and nesting beyond reason included.
    """
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise MalformedInput("Текст не в кодировке UTF-8.") from error
    except RecursionError as error:
        raise MalformedInput("Слишком глубокая вложенность JSON.") from error
    except json.JSONDecodeError as error:
        raise MalformedInput(f"Это не JSON: ошибка в строке {error.lineno}, позиция {error.colno}.") from error
    except ValueError as error:
        raise MalformedInput("Это не JSON: недопустимое число.") from error


def validate(model: type[Model], value: Any) -> Model:
    """Checks a decoded document against a model; raises ``InvalidInput``."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise InvalidInput([_field_error(detail) for detail in error.errors(include_url=False)]) from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _field_error(detail: ErrorDetails) -> FieldError:
    path = ".".join(str(part) for part in detail["loc"]) or "тело запроса"
    # A key that nobody knows is the sender's text: it may be a draft pasted in the wrong place.
    if detail["type"] == "extra_forbidden":
        path = ".".join(str(part) for part in detail["loc"][:-1]) or "тело запроса"
    return FieldError(field=path, message=_in_russian(detail))


_MESSAGES = {
    "missing": "обязательное поле не указано",
    "extra_forbidden": "есть неизвестное поле",
    "string_type": "нужна строка",
    "int_type": "нужно целое число",
    "int_from_float": "нужно целое число",
    "bool_type": "нужно да или нет",
    "tuple_type": "нужен список",
    "list_type": "нужен список",
    "model_type": "нужен объект",
    "model_attributes_type": "нужен объект",
    "dict_type": "нужен объект",
    "uuid_parsing": "нужен UUID",
    "string_unicode": "в тексте половина символа (одиночный суррогат); вставьте текст заново",
}


def _in_russian(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "too_long" if detail["loc"][-1:] == ("attachments",):
            return f"больше {context['max_length']} файлов"
        case "string_too_long" | "too_long":
            return f"длиннее {context['max_length']} символов"
        case "string_too_short" | "too_short":
            return "пусто"
        case "greater_than_equal":
            return f"меньше {context['ge']}"
        case "less_than_equal":
            return f"больше {context['le']}"
        case "literal_error":
            return "допустимо только " + str(context["expected"]).replace(" or ", " или ")
        case "value_error":
            return str(context["error"])
        case kind:
            return _MESSAGES.get(kind, "недопустимое значение")
