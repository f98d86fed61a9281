using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What became of a collection.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CollectionStatus>))]
public enum CollectionStatus
{
    /// <summary>It was given to the bank.</summary>
    Presented,

    /// <summary>The money came in; it may still go back.</summary>
    Settled,

    /// <summary>The bank refused it before any money moved.</summary>
    Rejected,

    /// <summary>The money went back, or never came from the debtor's bank.</summary>
    Returned,
}
