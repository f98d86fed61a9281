using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// A customer's claim that a part of what is asked is not owed. Only that part leaves dunning, interest and credit blocks; it
/// stays in the receivable, and the rest of the items stays due.
/// </summary>
public sealed partial record DisputeCase
{
    /// <summary>The case's id.</summary>
    public required DisputeId Id { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Whose claim.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The number of the document it is about; of the first, when there are several.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Why.</summary>
    public required DisputeReason Reason { get; init; }

    /// <summary>Where it stands.</summary>
    public required DisputeStatus Status { get; init; }

    /// <summary>What is disputed in this round, per item; never empty.</summary>
    public required EquatableArray<DisputedPart> Parts { get; init; }

    /// <summary>The lines it is about; empty when it is about the amount as such.</summary>
    public EquatableArray<DisputedLine> Lines { get; init; }

    /// <summary>The customer's own number for it; empty when there is none.</summary>
    public string CustomerReference { get; init => field = value ?? ""; } = "";

    /// <summary>What the customer says.</summary>
    public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>Who works on it; none until somebody is named.</summary>
    public PersonId Owner { get; init; }

    /// <summary>Papers, in the order they came.</summary>
    public EquatableArray<DisputeEvidence> Evidence { get; init; }

    /// <summary>The day the claim came in.</summary>
    public required LocalDate OpenedOn { get; init; }

    /// <summary>By when to answer and to decide, in this round.</summary>
    public required DisputeClock Clock { get; init; }

    /// <summary>What was found in this round; null before the decision, and when it was withdrawn before.</summary>
    public DisputeFinding? Finding { get; init; }

    /// <summary>How parts of this round ended.</summary>
    public EquatableArray<DisputeResolution> Resolutions { get; init; }

    /// <summary>The rounds before it was opened again.</summary>
    public EquatableArray<DisputeRound> EarlierRounds { get; init; }

    /// <summary>Its life: what it kept apart from which day on; the first is the opening, days never go back.</summary>
    public required EquatableArray<DisputeStep> Steps { get; init; }

    /// <summary>What is disputed in this round.</summary>
    [JsonIgnore]
    public Money Disputed => Money.Sum(Parts.Select(p => p.Amount), Currency);

    /// <summary>What was found valid in this round; zero before the decision.</summary>
    [JsonIgnore]
    public Money ValidAmount => Money.Sum(Finding?.Valid.Select(p => p.Amount) ?? [], Currency);

    /// <summary>The currency of the claim.</summary>
    [JsonIgnore]
    public Currency Currency => Parts.IsEmpty ? default : Parts[0].Amount.Currency;

    /// <summary>True while it is not decided.</summary>
    [JsonIgnore]
    public bool IsUndecided => Status is DisputeStatus.Open or DisputeStatus.Investigating;

    /// <summary>True once nothing more is to be done.</summary>
    [JsonIgnore]
    public bool IsClosed => Status is DisputeStatus.Resolved or DisputeStatus.Withdrawn;

    /// <summary>What of an item is disputed in this round; zero when the case is not about it.</summary>
    public Money DisputedOf(OpenItemId item) => Of(Parts, item);

    /// <summary>What of an item was found valid in this round; zero before the decision.</summary>
    public Money ValidOf(OpenItemId item) => Of(Finding?.Valid ?? [], item);

    /// <summary>What it keeps apart on a day, by what is known now, or was known at a moment (inclusive).</summary>
    public EquatableArray<DisputedPart> WithheldOn(LocalDate day, Instant? knownAt = null)
    {
        EquatableArray<DisputedPart> withheld = [];
        foreach (var step in Steps)
            if (step.On <= day && (knownAt is not { } moment || step.At <= moment)) withheld = step.Withheld;
        return withheld;
    }

    /// <summary>What may still end in a way, of an item; zero when the case is not about it or not decided.</summary>
    public Money LeftOf(OpenItemId item, DisputeResolutionKind kind)
    {
        if (IsUndecided || IsClosed) return Money.Zero(Currency);
        var (disputed, valid) = (DisputedOf(item), ValidOf(item));
        var left = disputed - Resolved(item, _ => true);
        return kind switch
        {
            DisputeResolutionKind.CreditNote => Money.Min(left, valid - Resolved(item, r => r.Kind == kind)),
            DisputeResolutionKind.ChargedToCustomer => Money.Min(left, disputed - valid - Resolved(item, r => r.Kind == kind)),
            _ => left,
        };
    }

    private Money Resolved(OpenItemId item, Predicate<DisputeResolution> which)
    {
        var sum = Money.Zero(Currency);
        foreach (var resolution in Resolutions)
            if (resolution.Item == item && which(resolution)) sum += resolution.Amount;
        return sum;
    }

    private Money Of(EquatableArray<DisputedPart> parts, OpenItemId item)
    {
        foreach (var part in parts)
            if (part.Item == item) return part.Amount;
        return Money.Zero(Currency);
    }
}
