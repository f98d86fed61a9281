using System.Collections.Frozen;

namespace OrderToCash.Orders;

/// <summary>A price list prepared for many questions: it looks only at the prices of the product asked for.</summary>
public sealed class PriceBook
{
    private readonly string name;
    private readonly FrozenDictionary<ProductId, PriceListEntry[]> byProduct;

    /// <summary>Prepares a list.</summary>
    public PriceBook(PriceList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        name = list.Name;
        byProduct = list.Entries.GroupBy(e => e.Product).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>The same answer as <see cref="PriceList.Find"/>.</summary>
    public Result<PriceAnswer> Find(PriceQuestion question) =>
        Find(name, byProduct.GetValueOrDefault(question.Product), question);

    internal static Result<PriceAnswer> Find(string list, ReadOnlySpan<PriceListEntry> entries, PriceQuestion question)
    {
        PriceListEntry? best = null;
        foreach (var entry in entries)
            if (Holds(entry, question) && (best is null || IsBefore(entry, best))) best = entry;
        return best is null
            ? Result.Failure<PriceAnswer>(PricingErrors.NoPrice.With(
                ("product", question.Product), ("currency", question.Currency), ("date", question.On), ("list", list)))
            : Result.Success(new PriceAnswer { Entry = best, Reason = Explain(list, best) });
    }

    private static bool Holds(PriceListEntry entry, PriceQuestion question) =>
        entry.Product == question.Product
        && entry.Price.Currency == question.Currency
        && (entry.Customer.IsNone || entry.Customer == question.Customer)
        && (entry.Group.Length == 0 || entry.Group == question.Group)
        && (entry.From is not { } from || from.Unit == question.Quantity.Unit && from <= question.Quantity)
        && (entry.ValidFrom is not { } first || first <= question.On)
        && (entry.ValidTo is not { } last || question.On <= last);

    private static bool IsBefore(PriceListEntry entry, PriceListEntry other)
    {
        var order = Rank(entry).CompareTo(Rank(other));
        if (order == 0) order = (entry.From?.Value ?? 0).CompareTo(other.From?.Value ?? 0);
        if (order == 0) order = (entry.ValidFrom ?? LocalDate.MinIsoValue).CompareTo(other.ValidFrom ?? LocalDate.MinIsoValue);
        return order > 0;
    }

    private static int Rank(PriceListEntry entry) => (entry.Customer.IsNone ? 0 : 2) + (entry.Group.Length == 0 ? 0 : 1);

    private static string Explain(string list, PriceListEntry entry)
    {
        var whom = entry.Customer.IsNone ? entry.Group.Length == 0 ? "for everybody" : $"for group {entry.Group}"
            : $"for customer {entry.Customer}";
        var breaks = entry.From is { } from ? $", from {from}" : "";
        var since = entry.ValidFrom is { } first ? $", since {NodaTime.Text.LocalDatePattern.Iso.Format(first)}" : "";
        return $"list {list}, {whom}{breaks}{since}";
    }
}
