namespace OrderToCash.Collections;

/// <summary>
/// A fact that keeps dunning off: of one item, or of all items of a customer; whole, or for a part of the amount.
/// </summary>
public sealed record DunningStop
{
    /// <summary>Whose items.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The item; null for all items of the customer.</summary>
    public OpenItemId? Item { get; init; }

    /// <summary>Why.</summary>
    public required DunningStopReason Reason { get; init; }

    /// <summary>The part it holds for, of one item; null for all of it. The rest stays due.</summary>
    public Money? Amount { get; init; }

    /// <summary>The last day it holds, inclusive; null until it is taken back.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>More, in words.</summary>
    public string Note { get; init => field = value ?? ""; } = "";

    /// <summary>True when it holds on a day.</summary>
    public bool HoldsOn(LocalDate day) => Until is not { } until || day <= until;
}
