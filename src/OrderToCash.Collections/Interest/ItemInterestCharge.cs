namespace OrderToCash.Collections;

/// <summary>Interest that was charged on an item.</summary>
public sealed record ItemInterestCharge
{
    /// <summary>The interest's own item.</summary>
    public required OpenItemId Charge { get; init; }

    /// <summary>The last day it covers, inclusive.</summary>
    public required LocalDate Through { get; init; }

    /// <summary>How much, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The date of the document.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Why it was given up; empty while it is not. The days stay charged.</summary>
    public string WaivedBecause { get; init => field = value ?? ""; } = "";
}
