namespace OrderToCash.Invoicing;

/// <summary>Turns money into amounts of a document, and finds those EN 16931 can't hold.</summary>
internal sealed class AmountMapping
{
    private string list = "";

    internal List<DomainError> Errors { get; } = [];

    /// <summary>Which one of the list is being made; null for the list itself.</summary>
    internal int? Index { get; set; }

    /// <summary>Says which part of the document is being made.</summary>
    internal AmountMapping At(string part)
    {
        list = part;
        return this;
    }

    /// <summary>The amount; decimals beyond two are dropped when they are zero.</summary>
    internal DocumentAmount Of(Money money)
    {
        var value = money.Amount;
        if (money.Currency.Digits > 2)
        {
            var held = decimal.Round(value, 2, MidpointRounding.ToZero);
            if (held != value) Errors.Add(InvoiceDocumentErrors.TooManyDecimals.At(Path, ("amount", money)));
            else value = held;
        }
        return new() { Value = value, Currency = money.Currency.Code };
    }

    internal static DocumentAmount Price(decimal amount, Currency currency) => new() { Value = amount, Currency = currency.Code };

    private string Path => Index is { } index ? $"{list}[{index}]" : list;
}
