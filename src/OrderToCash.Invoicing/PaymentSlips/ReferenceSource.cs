using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What a payment reference is made of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReferenceSource>))]
public enum ReferenceSource
{
    /// <summary>The invoice number: each invoice has its own reference.</summary>
    InvoiceNumber,

    /// <summary>The customer number, then the invoice number.</summary>
    CustomerAndInvoice,

    /// <summary>The customer number: all invoices of a customer share a reference.</summary>
    Customer,
}
