using System.Text.Json.Serialization;

namespace OrderToCash;

/// <summary>What was done with a provider's message.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HeardEventKind>))]
public enum HeardEventKind
{
    /// <summary>Nothing: it is about nothing of ours, or of a kind that tells nothing.</summary>
    NotOurs,

    /// <summary>Nothing: it was heard before, or an older payment of the attempt ended that holds nothing.</summary>
    Known,

    /// <summary>Its totals were taken over, and posted where money was taken.</summary>
    Taken,

    /// <summary>It led to an enquiry, whose answer was recorded.</summary>
    Enquired,
}
