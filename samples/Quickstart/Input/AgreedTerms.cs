namespace OrderToCash.Quickstart;

/// <summary>When a customer has to pay, as the customers file says it.</summary>
public sealed record AgreedTerms
{
    /// <summary>The code in the file: <c>NET30</c>, <c>EOM30</c>, <c>2-10-NET30</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Days from the invoice (from the end of its month where <see cref="EndOfMonth"/>) until it is due.</summary>
    public required int Days { get; init; }

    /// <summary>True when the days count from the end of the invoice's month.</summary>
    public bool EndOfMonth { get; init; }

    /// <summary>What may be deducted for early payment; null when nothing.</summary>
    public Percentage? Discount { get; init; }

    /// <summary>Days from the invoice within which the discount holds, inclusive; 0 without one.</summary>
    public int DiscountDays { get; init; }

    /// <summary>Due at once: cash sales.</summary>
    public static AgreedTerms AtOnce { get; } = new() { Code = "NET0", Days = 0 };

    /// <summary>All terms the file may name.</summary>
    public static EquatableArray<AgreedTerms> All { get; } =
    [
        AtOnce, Net(7), Net(14), Net(30), Net(45), Net(60),
        new() { Code = "EOM15", Days = 15, EndOfMonth = true },
        new() { Code = "EOM30", Days = 30, EndOfMonth = true },
        new() { Code = "2-10-NET30", Days = 30, Discount = Percentage.Of(2), DiscountDays = 10 },
        new() { Code = "3-8-NET30", Days = 30, Discount = Percentage.Of(3), DiscountDays = 8 },
    ];

    /// <summary>The terms of a code; null when there are none.</summary>
    public static AgreedTerms? Find(string code) =>
        All.FindIndex(t => t.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? All[at] : null;

    private static AgreedTerms Net(int days) => new() { Code = $"NET{days}", Days = days };
}
