using System.Text.Json.Serialization;

namespace OrderToCash.Customers;

/// <summary>
/// What a customer is in the eyes of tax and consumer law; it decides the place of supply, late-payment rights and texts.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<CustomerTaxStatus>))]
public enum CustomerTaxStatus
{
    /// <summary>A taxable person acting as such.</summary>
    Business,

    /// <summary>A natural person outside trade or profession.</summary>
    Consumer,

    /// <summary>A public authority (Directive 2011/7/EU art. 2(2)).</summary>
    PublicBody,
}
