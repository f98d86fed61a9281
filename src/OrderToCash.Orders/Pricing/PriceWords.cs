using NodaTime.Text;

namespace OrderToCash.Orders;

/// <summary>Prices in words.</summary>
internal static class PriceWords
{
    internal static string Of(PriceListEntry entry)
    {
        var contract = entry.Contract.IsNone ? "" : $"contract {entry.Contract}, ";
        var group = entry.Group.Length == 0 ? "" : $"group {entry.Group}";
        var whom = (entry.Customer.IsNone, group) switch
        {
            (true, "") => "everybody",
            (true, _) => group,
            (false, "") => $"customer {entry.Customer}",
            _ => $"customer {entry.Customer} in {group}",
        };
        var unit = entry.Unit.IsNone ? "" : $", per {entry.Unit}";
        var breaks = entry.From is { } from ? $", from {from}" : "";
        var since = entry.ValidFrom is { } first ? $", since {LocalDatePattern.Iso.Format(first)}" : "";
        var until = entry.ValidTo is { } last ? $", until {LocalDatePattern.Iso.Format(last)}" : "";
        var id = entry.Id.Length == 0 ? "" : $" ({entry.Id})";
        return $"{contract}for {whom}{unit}{breaks}{since}{until}{id}";
    }

    internal static string Of(PriceVerdict verdict) => verdict switch
    {
        PriceVerdict.Won => "the most specific price that holds",
        PriceVerdict.ContractFirst => "a contract's price goes first",
        PriceVerdict.CustomerFirst => "a price for the customer or his group goes first",
        PriceVerdict.UnitFirst => "a price for the unit goes first",
        PriceVerdict.BreakFirst => "a higher quantity break goes first",
        PriceVerdict.DatesFirst => "a narrower range of days goes first",
        PriceVerdict.OtherCurrency => "in another currency",
        PriceVerdict.OtherGroup => "for another group",
        PriceVerdict.OtherUnit => "for another unit",
        PriceVerdict.BelowBreak => "its quantity is not reached",
        PriceVerdict.NotYetValid => "not valid yet",
        PriceVerdict.NoLongerValid => "no longer valid",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "An unknown verdict."),
    };
}
