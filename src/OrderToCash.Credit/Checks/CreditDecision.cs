using System.Text.Json.Serialization;

namespace OrderToCash.Credit;

/// <summary>What was decided and everything it was decided on: enough to explain and to repeat it.</summary>
public sealed record CreditDecision
{
    /// <summary>The answer.</summary>
    public required CreditOutcome Outcome { get; init; }

    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>Its revision.</summary>
    public required int Revision { get; init; }

    /// <summary>What was asked for: of an amendment its increase only.</summary>
    public required Money Amount { get; init; }

    /// <summary>The limit that held on the day.</summary>
    public required CreditLimit Limit { get; init; }

    /// <summary>The exposure before, without what was asked for and without reservations that had ended.</summary>
    public required CreditExposure Exposure { get; init; }

    /// <summary>All reasons, also those a release let pass.</summary>
    public EquatableArray<CreditCheckReason> Reasons { get; init; }

    /// <summary>The facts it was decided on.</summary>
    public required CreditFacts Facts { get; init; }

    /// <summary>The policy it was decided by.</summary>
    public required string Policy { get; init; }

    /// <summary>The account's version it was decided at: the count of its events.</summary>
    public required int AccountVersion { get; init; }

    /// <summary>The release that let it pass a hold; null when none was needed or none fits.</summary>
    public CreditRelease? Release { get; init; }

    /// <summary>True when the amount gets its reservation.</summary>
    [JsonIgnore]
    public bool IsApproved => Outcome <= CreditOutcome.ApproveWithWarning;

    /// <summary>The exposure with the order accepted.</summary>
    [JsonIgnore]
    public Money ExposureAfter => Exposure.Total + Amount;

    /// <summary>The limit less the exposure before; null without a limit, below zero above it.</summary>
    [JsonIgnore]
    public Money? Headroom => Limit.In(Amount.Currency) is { } bound ? bound - Exposure.Total : null;
}
