using OrderToCash.Tax;

namespace OrderToCash.Invoicing;

/// <summary>Makes allowances and charges of documents, and takes them back into drafts.</summary>
internal static class AllowanceChargeMapping
{
    internal static EquatableArray<DocumentAllowanceCharge> Of(EquatableArray<AllowanceCharge> items, AmountMapping amounts)
    {
        if (items.IsEmpty) return default;
        var mapped = new DocumentAllowanceCharge[items.Count];
        for (var i = 0; i < mapped.Length; i++) mapped[i] = Of(items[i], amounts);
        return [.. mapped];
    }

    internal static DocumentAllowanceCharge Of(AllowanceCharge item, AmountMapping amounts) => new()
    {
        IsCharge = item.IsCharge,
        Amount = amounts.Of(item.Amount),
        BaseAmount = item.Base is { } whole && IsStated(item) ? amounts.Of(whole) : null,
        Percent = IsStated(item) ? item.Percent?.Value : null,
        TaxCategory = item.Tax?.Category.Value,
        TaxRate = item.Tax is null || item.Tax.Category == TaxCategory.OutOfScope ? null : item.Tax.Rate.Value,
        Reason = Texts.Filled(item.Reason),
        ReasonCode = Texts.Filled(item.ReasonCode.Value),
    };

    // Peppol takes an amount that is off by 0.02 at most (R040): in currencies without cents rounding alone is off by more.
    private static bool IsStated(AllowanceCharge item) => item is { Base: { } whole, Percent: { } percent }
        && (whole.Currency.Digits >= 2 || Math.Abs(whole.Amount * percent.Value / 100 - item.Amount.Amount) <= 0.02m);

    /// <summary>True when a draft can hold it.</summary>
    internal static bool IsHeld(DocumentAllowanceCharge part, Currency currency) =>
        part.IsCharge is not null && part.Amount is { } amount && Money.TryOf(amount.Value, currency, out _);

    /// <summary>
    /// The same for a draft: an amount below zero goes the other way; a percentage that does not give the amount is left out.
    /// </summary>
    internal static AllowanceCharge Of(DocumentAllowanceCharge part, Currency currency, TaxTreatment? tax)
    {
        var amount = Money.Of(part.Amount!.Value.Value, currency);
        var item = new AllowanceCharge
        {
            IsCharge = part.IsCharge == true != amount.IsNegative,
            Amount = amount.Abs(),
            Reason = part.Reason ?? "",
            ReasonCode = !amount.IsNegative && part.ReasonCode?.Trim() is { Length: > 0 and <= 3 } code && code.All(IsCode)
                ? new(code)
                : default,
            Tax = tax,
        };
        if (part is not { BaseAmount: { } whole, Percent: { } percent } || !Money.TryOf(whole.Value, currency, out var of)
            || Math.Abs(percent) > 1000) return item;
        var rate = Percentage.Of(percent);
        return of.Times(rate, Rounding.HalfAwayFromZero) == item.Amount ? item with { Base = of, Percent = rate } : item;
    }

    private static bool IsCode(char c) => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c);
}
