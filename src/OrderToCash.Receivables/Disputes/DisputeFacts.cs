namespace OrderToCash.Receivables;

/// <summary>What a customer claims.</summary>
public sealed record DisputeFacts
{
    /// <summary>The id of the case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>Why.</summary>
    public required DisputeReason Reason { get; init; }

    /// <summary>What is disputed, per open item; items of one customer, legal entity and currency, each once.</summary>
    public required EquatableArray<DisputedPart> Parts { get; init; }

    /// <summary>The lines it is about; empty when it is about the amount as such. Their amounts add up to the parts.</summary>
    public EquatableArray<DisputedLine> Lines { get; init; }

    /// <summary>The day the claim came in: the clock starts then.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The customer's own number for it, such as that of a debit note; empty when there is none.</summary>
    public string CustomerReference { get; init => field = value ?? ""; } = "";

    /// <summary>What the customer says.</summary>
    public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>Who works on it; none until somebody is named.</summary>
    public PersonId Owner { get; init; }

    /// <summary>What was brought with it.</summary>
    public EquatableArray<DisputeEvidence> Evidence { get; init; }
}
