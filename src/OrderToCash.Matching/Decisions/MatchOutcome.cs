using System.Text.Json.Serialization;

namespace OrderToCash.Matching;

/// <summary>What became of a payment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchOutcome>))]
public enum MatchOutcome
{
    /// <summary>Nothing in the book fits well enough to show.</summary>
    Unidentified,

    /// <summary>It settles the items exactly.</summary>
    Full,

    /// <summary>It settles a part of a named item; the rest stays open.</summary>
    Partial,

    /// <summary>It settles the named items and leaves money on account.</summary>
    Over,

    /// <summary>
    /// It is short by no more than the policy tolerates; the difference is written off with the policy's reason.
    /// </summary>
    ShortWithinTolerance,

    /// <summary>It settles the items less the early-payment discount agreed.</summary>
    Discounted,

    /// <summary>
    /// The same bank line again, or the same payer, amount and reference as a payment that was applied. Nothing is applied.
    /// </summary>
    Duplicate,

    /// <summary>Something fits, but not surely: a person decides among the alternatives. Nothing is applied.</summary>
    Suggested,

    /// <summary>No incoming money: a reversal, an informational entry, an amount of zero or less. Nothing is applied.</summary>
    NotCash,
}
