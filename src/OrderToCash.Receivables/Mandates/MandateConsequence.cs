using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What a return means for the mandate.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MandateConsequence>))]
public enum MandateConsequence
{
    /// <summary>Nothing: the fault is in our order, or the collection was one too many.</summary>
    None,

    /// <summary>The same amount may be tried again after a while.</summary>
    Retry,

    /// <summary>No more collections until a person or a change of the mandate lifts it.</summary>
    Suspend,

    /// <summary>The mandate is gone.</summary>
    Revoke,
}
