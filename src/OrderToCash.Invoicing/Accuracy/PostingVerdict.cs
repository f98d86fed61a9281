using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What a check says of a draft: as its worst finding.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PostingVerdict>))]
public enum PostingVerdict
{
    /// <summary>Nothing was found.</summary>
    Clean,

    /// <summary>It may be posted; something was found.</summary>
    Warned,

    /// <summary>A person decides.</summary>
    Held,

    /// <summary>It can't be posted as it is.</summary>
    Refused,
}
