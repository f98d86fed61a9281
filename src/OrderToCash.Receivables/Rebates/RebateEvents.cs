using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened to an agreement on rebates.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(RebateAgreed), "rebate.agreed")]
[JsonDerivedType(typeof(RebateAccrued), "rebate.accrued")]
[JsonDerivedType(typeof(RebateExpected), "rebate.expected")]
[JsonDerivedType(typeof(RebateSettled), "rebate.settled")]
public abstract record RebateEvent
{
    /// <summary>The agreement.</summary>
    public required RebateAgreementId Agreement { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>A rebate was agreed.</summary>
public sealed record RebateAgreed : RebateEvent
{
    /// <summary>What was agreed.</summary>
    public required RebateTerms Terms { get; init; }

    /// <summary>The currency of the books.</summary>
    public required Currency FunctionalCurrency { get; init; }
}

/// <summary>An invoice was counted, or counted anew after a credit note.</summary>
public sealed record RebateAccrued : RebateEvent
{
    /// <summary>What it adds.</summary>
    public required RebateDocument Document { get; init; }

    /// <summary>What it changed of the liability.</summary>
    public required RebateLiability Change { get; init; }
}

/// <summary>Something else is expected of the period.</summary>
public sealed record RebateExpected : RebateEvent
{
    /// <summary>What the period is expected to come to.</summary>
    [JsonConverter(typeof(DecimalTextJsonConverter))]
    public required decimal Expected { get; init; }

    /// <summary>What it changed of the liability.</summary>
    public required RebateLiability Change { get; init; }
}

/// <summary>The rebate was credited.</summary>
public sealed record RebateSettled : RebateEvent
{
    /// <summary>What was accrued too little, or below zero too much.</summary>
    public required RebateLiability Change { get; init; }

    /// <summary>What was earned, without tax.</summary>
    public required Money Amount { get; init; }

    /// <summary>The tax that was corrected with it, per category and rate.</summary>
    public required EquatableArray<TaxShare> Shares { get; init; }

    /// <summary>The same in the currency of the books, at the rate of the credit note.</summary>
    public EquatableArray<TaxShare> FunctionalShares { get; init; }

    /// <summary>The number of the credit note.</summary>
    public string DocumentNumber { get; init => field = value ?? ""; } = "";

    /// <summary>The open item of the credit note; none where nothing was earned.</summary>
    public OpenItemId Item { get; init; }
}
