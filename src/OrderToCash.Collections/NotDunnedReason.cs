using System.Text.Json.Serialization;

namespace OrderToCash.Collections;

/// <summary>Why an item is on no letter of a plan.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotDunnedReason>))]
public enum NotDunnedReason
{
    /// <summary>Nothing is open.</summary>
    Settled,

    /// <summary>It is a credit; credits are shown on letters and never dunned.</summary>
    Credit,

    /// <summary>A dispute, a pause, a promise ... keeps it off.</summary>
    Stopped,

    /// <summary>The next level is not reached yet.</summary>
    NotYetTriggered,

    /// <summary>The level before was reached too few days ago.</summary>
    TooSoon,

    /// <summary>There is no level after the one it has.</summary>
    LastLevelReached,

    /// <summary>The customer's credits cover all that is due.</summary>
    CoveredByCredits,

    /// <summary>The letter's sum is below the minimum of its level.</summary>
    BelowMinimum,
}
