using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Where a mandate stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MandateStatus>))]
public enum MandateStatus
{
    /// <summary>The debtor signed; nobody checked it yet, and the bank of a business does not know it yet.</summary>
    Signed,

    /// <summary>It may be collected on.</summary>
    Active,

    /// <summary>Not for now: a return, or a person, stopped it.</summary>
    Suspended,

    /// <summary>The debtor or the bank took it back, for good.</summary>
    Revoked,

    /// <summary>Nothing was collected on it for too long, for good.</summary>
    Lapsed,

    /// <summary>The only or the last collection was presented.</summary>
    Completed,
}
