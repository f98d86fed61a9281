namespace OrderToCash.Orders;

/// <summary>
/// Which of two entries is more specific, and by what. A total order of the entries that hold for one question.
/// </summary>
internal static class PriceOrder
{
    /// <summary>Below zero when the first goes before the second; why the second stands back otherwise.</summary>
    internal static (int Order, PriceVerdict Why) Compare(PriceListEntry x, PriceListEntry y)
    {
        var order = y.Contract.IsNone.CompareTo(x.Contract.IsNone);
        if (order != 0) return (-order, PriceVerdict.ContractFirst);
        order = Rank(y).CompareTo(Rank(x));
        if (order != 0) return (order, PriceVerdict.CustomerFirst);
        order = y.EffectiveUnit.IsNone.CompareTo(x.EffectiveUnit.IsNone);
        if (order != 0) return (-order, PriceVerdict.UnitFirst);
        order = (y.From?.Value ?? 0).CompareTo(x.From?.Value ?? 0);
        if (order != 0) return (order, PriceVerdict.BreakFirst);
        order = First(y).CompareTo(First(x));
        if (order == 0) order = Last(x).CompareTo(Last(y));
        return (order, PriceVerdict.DatesFirst);
    }

    /// <summary>The same, with an order among entries that never hold together, so that traces are always in one order.</summary>
    internal static int Listed(PriceListEntry x, PriceListEntry y)
    {
        var order = Compare(x, y).Order;
        if (order == 0) order = x.Price.Currency.CompareTo(y.Price.Currency);
        if (order == 0) order = string.CompareOrdinal(x.EffectiveUnit.Value, y.EffectiveUnit.Value);
        return order == 0 ? string.CompareOrdinal(x.Group, y.Group) : order;
    }

    /// <summary>Null when the entry holds; else why not.</summary>
    internal static PriceVerdict? Against(PriceListEntry entry, in PriceQuestion question, Quantity reached)
    {
        if (entry.Price.Currency != question.Currency) return PriceVerdict.OtherCurrency;
        if (entry.Group.Length > 0 && entry.Group != question.Group) return PriceVerdict.OtherGroup;
        if (!entry.EffectiveUnit.IsNone && entry.EffectiveUnit != question.Quantity.Unit) return PriceVerdict.OtherUnit;
        if (entry.From is { } from && reached < from) return PriceVerdict.BelowBreak;
        if (question.On < entry.ValidFrom) return PriceVerdict.NotYetValid;
        return question.On > entry.ValidTo ? PriceVerdict.NoLongerValid : null;
    }

    private static int Rank(PriceListEntry entry) => (entry.Customer.IsNone ? 0 : 2) + (entry.Group.Length == 0 ? 0 : 1);

    private static LocalDate First(PriceListEntry entry) => entry.ValidFrom ?? LocalDate.MinIsoValue;

    private static LocalDate Last(PriceListEntry entry) => entry.ValidTo ?? LocalDate.MaxIsoValue;
}
