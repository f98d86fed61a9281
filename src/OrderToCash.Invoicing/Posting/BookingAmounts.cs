namespace OrderToCash.Invoicing;

/// <summary>
/// Amounts in the functional currency: the sum is converted and rounded once, the parts follow by largest remainder.
/// </summary>
internal static class BookingAmounts
{
    /// <summary>False when the converted amounts are beyond what can be held.</summary>
    internal static bool TryConvert(
        EquatableArray<TaxShare> shares, Currency functional, ExchangeRate? rate, out EquatableArray<TaxShare> converted)
    {
        try
        {
            converted = Convert(shares, functional, rate);
            return true;
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            converted = default;
            return false;
        }
    }

    internal static EquatableArray<TaxShare> Convert(EquatableArray<TaxShare> shares, Currency functional, ExchangeRate? rate)
    {
        if (shares.IsEmpty || rate is null || shares[0].Base.Currency == functional) return shares;
        var parts = new Money[shares.Count * 2];
        for (var i = 0; i < shares.Count; i++) (parts[2 * i], parts[2 * i + 1]) = (shares[i].Base, shares[i].Tax);
        var converted = ConvertParts(parts, rate, functional);
        var result = new TaxShare[shares.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = shares[i] with
            {
                Base = Money.FromMinorUnits(converted[2 * i], functional),
                Tax = Money.FromMinorUnits(converted[2 * i + 1], functional),
            };
        return [.. result];
    }

    /// <summary>
    /// Taxes and bases each add up to their converted sum: what a total of the tax alone asks for (BT-111).
    /// </summary>
    internal static EquatableArray<TaxShare> ConvertApart(EquatableArray<TaxShare> shares, Currency currency, ExchangeRate? rate)
    {
        if (shares.IsEmpty || rate is null || shares[0].Base.Currency == currency) return shares;
        var bases = ConvertParts([.. shares.Select(s => s.Base)], rate, currency);
        var taxes = ConvertParts([.. shares.Select(s => s.Tax)], rate, currency);
        return shares.Select((s, i) => s with
        {
            Base = Money.FromMinorUnits(bases[i], currency), Tax = Money.FromMinorUnits(taxes[i], currency),
        }).ToEquatableArray();
    }

    /// <summary>Amounts in another currency that add up to a sum which is converted already.</summary>
    internal static EquatableArray<Money> ConvertTo(Money[] parts, Currency currency, ExchangeRate? rate, Money sum)
    {
        if (parts.Length == 0) return default;
        if (rate is null || parts[0].Currency == currency) return [.. parts];
        return [.. ConvertParts(parts, rate, currency, sum.MinorUnits).Select(p => Money.FromMinorUnits(p, currency))];
    }

    private static long[] ConvertParts(Money[] parts, ExchangeRate rate, Currency functional) => ConvertParts(
        parts, rate, functional, Money.Sum(parts, parts[0].Currency).Convert(rate, Rounding.HalfAwayFromZero).MinorUnits);

    // Each part is cut down to the grid; what is missing to the converted sum goes to those that lost most, the earlier first.
    private static long[] ConvertParts(Money[] parts, ExchangeRate rate, Currency functional, long missing)
    {
        var (converted, lost) = (new long[parts.Length], new decimal[parts.Length]);
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = (rate.Base == parts[i].Currency ? parts[i].Amount * rate.Rate : parts[i].Amount / rate.Rate)
                * functional.MinorUnitsPerUnit;
            var floor = decimal.Floor(exact);
            (converted[i], lost[i]) = ((long)floor, exact - floor);
            missing -= converted[i];
        }
        var order = Enumerable.Range(0, parts.Length).OrderByDescending(i => lost[i]).ToArray();
        for (var i = 0; missing > 0; missing--, i = (i + 1) % order.Length) converted[order[i]]++;
        for (var i = order.Length - 1; missing < 0; missing++, i = (i + order.Length - 1) % order.Length) converted[order[i]]--;
        return converted;
    }
}
