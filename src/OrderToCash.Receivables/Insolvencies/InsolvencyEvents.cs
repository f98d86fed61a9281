using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened in an insolvency.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(InsolvencyOpened), "insolvency.opened")]
[JsonDerivedType(typeof(InsolvencyClaimFiled), "insolvency.claim-filed")]
[JsonDerivedType(typeof(InsolvencyClaimExamined), "insolvency.claim-examined")]
[JsonDerivedType(typeof(InsolvencySetOff), "insolvency.set-off")]
[JsonDerivedType(typeof(InsolvencyGivenUp), "insolvency.given-up")]
[JsonDerivedType(typeof(InsolvencySecurityRealised), "insolvency.security-realised")]
[JsonDerivedType(typeof(InsolvencyDividendReceived), "insolvency.dividend-received")]
[JsonDerivedType(typeof(InsolvencyDividendReversed), "insolvency.dividend-reversed")]
[JsonDerivedType(typeof(InsolvencyClosed), "insolvency.closed")]
[JsonDerivedType(typeof(InsolvencyAnnulled), "insolvency.annulled")]
public abstract record InsolvencyEvent
{
    /// <summary>The case.</summary>
    public required InsolvencyId Case { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>Proceedings were opened.</summary>
public sealed record InsolvencyOpened : InsolvencyEvent
{
    /// <summary>What the court says.</summary>
    public required InsolvencyFacts Facts { get; init; }

    /// <summary>What was open then.</summary>
    public required InsolvencyClaim Claim { get; init; }
}

/// <summary>The claim was filed, or filed again with what came to light later.</summary>
public sealed record InsolvencyClaimFiled : InsolvencyEvent
{
    /// <summary>The claim as it was filed.</summary>
    public required InsolvencyClaim Claim { get; init; }

    /// <summary>The number of the filing, the administrator's or our own.</summary>
    public required string Reference { get; init; }
}

/// <summary>The claim was examined.</summary>
public sealed record InsolvencyClaimExamined : InsolvencyEvent
{
    /// <summary>What was admitted, in all, of each item named; items not named stay as they were.</summary>
    public required EquatableArray<InsolvencyPart> Admitted { get; init; }
}

/// <summary>What we owe the debtor was set off.</summary>
public sealed record InsolvencySetOff : InsolvencyEvent
{
    /// <summary>Against which items.</summary>
    public required EquatableArray<InsolvencyPart> Parts { get; init; }
}

/// <summary>A part was given up, with its tax relief.</summary>
public sealed record InsolvencyGivenUp : InsolvencyEvent
{
    /// <summary>Of which items.</summary>
    public required EquatableArray<InsolvencyPart> Parts { get; init; }
}

/// <summary>A security brought what it brings: the rest of what it covered takes part in distributions.</summary>
public sealed record InsolvencySecurityRealised : InsolvencyEvent
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>What it brought, zero or above.</summary>
    public required Money Proceeds { get; init; }
}

/// <summary>The administrator distributed.</summary>
public sealed record InsolvencyDividendReceived : InsolvencyEvent
{
    /// <summary>The dividend.</summary>
    public required InsolvencyDividend Dividend { get; init; }
}

/// <summary>A dividend was taken back: it came by mistake, or the bank took the money back.</summary>
public sealed record InsolvencyDividendReversed : InsolvencyEvent
{
    /// <summary>The number of the dividend.</summary>
    public required string Number { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Once proceedings have ended: what it had settled is given up, as everything was at the end.</summary>
    public EquatableArray<InsolvencyPart> GivenUp { get; init; }

    /// <summary>Once proceedings were annulled: what it had recovered is owed again, as everything given up is.</summary>
    public EquatableArray<InsolvencyPart> Reinstated { get; init; }
}

/// <summary>Proceedings ended.</summary>
public sealed record InsolvencyClosed : InsolvencyEvent
{
    /// <summary>What was given up in the end.</summary>
    public required EquatableArray<InsolvencyPart> GivenUp { get; init; }
}

/// <summary>Proceedings were annulled.</summary>
public sealed record InsolvencyAnnulled : InsolvencyEvent
{
    /// <summary>What is owed again: given up and not recovered.</summary>
    public required EquatableArray<InsolvencyPart> Reinstated { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
