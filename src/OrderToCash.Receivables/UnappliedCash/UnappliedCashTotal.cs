using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What waits in one currency.</summary>
public sealed record UnappliedCashTotal
{
    /// <summary>Money of known customers.</summary>
    public required Money Unapplied { get; init; }

    /// <summary>Money nobody could be named for.</summary>
    public required Money Unidentified { get; init; }

    /// <summary>What of both waits longer than it may.</summary>
    public required Money Late { get; init; }

    /// <summary>Both.</summary>
    [JsonIgnore]
    public Money Total => Unapplied + Unidentified;
}
