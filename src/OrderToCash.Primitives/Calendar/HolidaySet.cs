namespace OrderToCash.Primitives;

/// <summary>Named holidays on dates: the data of a country, a state or a company, fed by the host.</summary>
public sealed record HolidaySet
{
    /// <summary>Whose holidays they are: <c>DE-BY</c>, <c>GB-ENG</c>, <c>company</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The days, each once, in order; they may be given in any order.</summary>
    public required EquatableArray<LocalDate> Dates { get; init => field = value.Distinct().Order().ToEquatableArray(); }

    /// <summary>Names some dates.</summary>
    public static HolidaySet Of(string name, IEnumerable<LocalDate> dates) =>
        new() { Name = name, Dates = dates.ToEquatableArray() };

    /// <summary>True for a holiday of the set.</summary>
    public bool Contains(LocalDate date) => Dates.AsSpan().BinarySearch(date) >= 0;
}
