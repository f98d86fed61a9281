namespace OrderToCash.Orders;

/// <summary>A range of days, both ends part of it; null is without end.</summary>
internal static class Validity
{
    internal static bool IsReversed(LocalDate? from, LocalDate? to) => from > to;

    internal static bool Holds(LocalDate? from, LocalDate? to, LocalDate on) => !(on < from) && !(on > to);

    internal static void Check(LocalDate? from, LocalDate? to, string path, List<DomainError> errors)
    {
        if (IsReversed(from, to)) errors.Add(PricingErrors.DatesReversed.At($"{path}.validTo", ("from", from), ("to", to)));
    }

    /// <summary>True when both hold on some day; a reversed range holds on none.</summary>
    internal static bool Overlap(LocalDate? from, LocalDate? to, LocalDate? otherFrom, LocalDate? otherTo) =>
        !IsReversed(from, to) && !IsReversed(otherFrom, otherTo) && !(to < otherFrom) && !(otherTo < from);
}
