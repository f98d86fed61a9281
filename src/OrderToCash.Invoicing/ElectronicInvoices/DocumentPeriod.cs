namespace OrderToCash.Invoicing;

/// <summary>A period, both days inclusive (BG-14, BG-26).</summary>
public sealed record DocumentPeriod
{
    /// <summary>The first day (BT-73, BT-134).</summary>
    public LocalDate? Start { get; init; }

    /// <summary>The last day (BT-74, BT-135).</summary>
    public LocalDate? End { get; init; }
}
