using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Opens the insolvency of a customer: dunning and interest stop, and orders are only taken for prepayment.</summary>
public sealed record OpenInsolvency : Command
{
    /// <summary>What the court says.</summary>
    public required InsolvencyFacts Facts { get; init; }

    /// <summary>What is disputed and secured; where nothing is said to be disputed, the books' own disputes are taken.</summary>
    public InsolvencyClaimFacts Known { get; init => field = value ?? new(); } = new();
}

/// <summary>Files the claim, with the interest up to the opening.</summary>
public sealed record FileInsolvencyClaim : Command
{
    /// <summary>The case.</summary>
    public required InsolvencyId Case { get; init; }

    /// <summary>The number of the filing.</summary>
    public required string Reference { get; init; }

    /// <summary>The day of the filing.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What is disputed and secured; where nothing is said to be disputed, the books' own disputes are taken.</summary>
    public InsolvencyClaimFacts Known { get; init => field = value ?? new(); } = new();

    /// <summary>
    /// Interest of items from their due date to the day before the opening that was not charged yet: it is charged with the
    /// filing and belongs to the claim.
    /// </summary>
    public EquatableArray<InsolvencyPart> Interest { get; init; }
}

/// <summary>Records what was admitted.</summary>
public sealed record ExamineInsolvencyClaim : Command
{
    /// <summary>The case.</summary>
    public required InsolvencyId Case { get; init; }

    /// <summary>What was admitted of items, in all.</summary>
    public required EquatableArray<InsolvencyPart> Admitted { get; init; }

    /// <summary>The day of the examination.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Sets off what we owe the debtor.</summary>
public sealed record SetOffInsolvency : Command
{
    /// <summary>The case.</summary>
    public required InsolvencyId Case { get; init; }

    /// <summary>Against which items.</summary>
    public required EquatableArray<InsolvencyPart> Parts { get; init; }

    /// <summary>The number of our declaration.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Gives up what the policy says is uncollectable, with the tax relief.</summary>
public sealed record GiveUpInsolvencyClaim : Command
{
    /// <summary>The case.</summary>
    public required InsolvencyId Case { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Records what a security brought; the money itself is booked as a payment.</summary>
public sealed record RealiseInsolvencySecurity : Command
{
    /// <summary>The case.</summary>
    public required InsolvencyId Case { get; init; }

    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>What it brought, zero or above.</summary>
    public required Money Proceeds { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Books a dividend.</summary>
public sealed record BookInsolvencyDividend : Command
{
    /// <summary>The case.</summary>
    public required InsolvencyId Case { get; init; }

    /// <summary>The number of the bank or of the distribution.</summary>
    public required string Number { get; init; }

    /// <summary>What came.</summary>
    public required Money Amount { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>
    /// The payment of the customer that the bank import booked it as, at least as much of it open; none where the money is
    /// booked with this command.
    /// </summary>
    public OpenItemId Payment { get; init; }
}

/// <summary>
/// Takes a dividend back: the bank took the money back, or it was booked by mistake. The money is a payment on account again,
/// to be returned, refunded or applied.
/// </summary>
public sealed record ReverseInsolvencyDividend : Command
{
    /// <summary>The case.</summary>
    public required InsolvencyId Case { get; init; }

    /// <summary>The number of the dividend.</summary>
    public required string Number { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Ends the case: what was not paid is given up.</summary>
public sealed record CloseInsolvency : Command
{
    /// <summary>The case.</summary>
    public required InsolvencyId Case { get; init; }

    /// <summary>The day proceedings ended.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Annuls the case: what was given up is owed again.</summary>
public sealed record AnnulInsolvency : Command
{
    /// <summary>The case.</summary>
    public required InsolvencyId Case { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}
