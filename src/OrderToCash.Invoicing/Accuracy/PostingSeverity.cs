using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What a finding does to a draft.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PostingSeverity>))]
public enum PostingSeverity
{
    /// <summary>It is shown; the draft may be posted.</summary>
    Warn,

    /// <summary>A person looks at it before posting.</summary>
    Hold,

    /// <summary>The draft can't be posted as it is.</summary>
    Refuse,
}
