using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Opens a case for what a customer disputes.</summary>
public sealed record OpenDispute : Command
{
    /// <summary>The claim.</summary>
    public required DisputeFacts Facts { get; init; }
}

/// <summary>
/// What a customer kept back when he paid becomes an item of its own, and a case about it is opened in the same commit.
/// </summary>
public sealed record CaptureDeduction : Command
{
    /// <summary>The id of the case; the deduction's item is <c>DED-</c> and this id.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>The items it is kept back of: one, or the instalments of one invoice.</summary>
    public required EquatableArray<OpenItemId> Of { get; init; }

    /// <summary>How much, above zero; null for all that is open.</summary>
    public Money? Amount { get; init; }

    /// <summary>The reason, as the customer's code was translated.</summary>
    public required DisputeReason Reason { get; init; }

    /// <summary>The payment that was short; none when it is not known.</summary>
    public PaymentId Payment { get; init; }

    /// <summary>The business date: that of the payment.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The customer's number for it, such as that of a debit note.</summary>
    public string CustomerReference { get; init => field = value ?? ""; } = "";

    /// <summary>What the customer says.</summary>
    public string Text { get; init => field = value ?? ""; } = "";
}

/// <summary>Card money was taken back from us: it becomes an item of its own, with a case about it in the same commit.</summary>
public sealed record BookChargeback : Command
{
    /// <summary>The id of the case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>The payment the money is taken back of.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>How much; null for all that was not charged back before.</summary>
    public Money? Amount { get; init; }

    /// <summary>What the network or provider keeps for it; null for nothing.</summary>
    public Money? Fee { get; init; }

    /// <summary>The network's number of the case.</summary>
    public required string Number { get; init; }

    /// <summary>The network's reason code, in its own words.</summary>
    public string NetworkReason { get; init => field = value ?? ""; } = "";

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Names who looks into a case, who does so from now on.</summary>
public sealed record InvestigateDispute : Command
{
    /// <summary>The case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>Who; none to leave it as it is.</summary>
    public PersonId Owner { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Adds a paper to a case.</summary>
public sealed record AddDisputeEvidence : Command
{
    /// <summary>The case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>The paper.</summary>
    public required DisputeEvidence Evidence { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Lets the facts decide a case, as far as the policy and the customer's allowance let them.</summary>
public sealed record TriageDispute : Command
{
    /// <summary>The case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>What the house knows.</summary>
    public required TriageFacts Facts { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>A person decides a case.</summary>
public sealed record DecideDispute : Command
{
    /// <summary>The case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>What of each item the customer rightly does not pay; empty when nothing.</summary>
    public EquatableArray<DisputedPart> Valid { get; init; }

    /// <summary>Why, for the customer and the auditor.</summary>
    public required string Explanation { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Records that the customer got an answer.</summary>
public sealed record AnswerDispute : Command
{
    /// <summary>The case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>Where it is kept.</summary>
    public string Reference { get; init => field = value ?? ""; } = "";

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Ends a part of a decided case, and posts what that takes.</summary>
public sealed record ResolveDispute : Command
{
    /// <summary>The case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How.</summary>
    public required DisputeResolutionKind Kind { get; init; }

    /// <summary>How much, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>
    /// What did it: the number of the credit note, the letter; empty for the journal entry that this command posts.
    /// </summary>
    public string Reference { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// The credit that settles it, for credit notes and recoveries: it is applied here; none when it was applied already.
    /// </summary>
    public OpenItemId Credit { get; init; }

    /// <summary>True to write off as a bad debt what is above the tolerance for small differences.</summary>
    public bool AsBadDebt { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>The customer takes a claim back.</summary>
public sealed record WithdrawDispute : Command
{
    /// <summary>The case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Opens a decided or closed case again.</summary>
public sealed record ReopenDispute : Command
{
    /// <summary>The case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}
