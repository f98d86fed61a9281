using System.Text.Json;
using System.Text.Json.Serialization;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

/// <summary>The stored forms work with a source-generated context as well as with reflection.</summary>
public class SourceGeneratedJsonTests
{
    [Fact]
    public void A_generated_context_reads_what_reflection_wrote_and_the_other_way_round()
    {
        var options = new JsonSerializerOptions(Stored) { TypeInfoResolver = InvoicingContext.Default };
        var account = Draft().With(Line("Lantern", 3, "0.33 GBP"), Line("Book", 2, "4.55 GBP", Zero)).Posted();
        var credited = Expect.Success(account.Credited(1, CreditRequest.Of(1, Quantity.Pieces(1))));
        var written = JsonSerializer.Serialize(credited.State, options);
        Assert.Equal(JsonSerializer.Serialize(credited.State, Stored), written);
        Assert.Equal(credited.State, JsonSerializer.Deserialize<InvoiceAccount>(written, options));
        var happened = JsonSerializer.Serialize(credited.Events[0], options);
        Assert.Equal(credited.Events[0], JsonSerializer.Deserialize<InvoiceEvent>(happened, options));
    }
}

[JsonSerializable(typeof(InvoiceAccount))]
[JsonSerializable(typeof(InvoiceEvent))]
[JsonSerializable(typeof(InvoiceContent))]
[JsonSerializable(typeof(CreditNoteContent))]
[JsonSerializable(typeof(InvoiceLine))]
[JsonSerializable(typeof(DocumentNote))]
[JsonSerializable(typeof(CreditNoteLine))]
[JsonSerializable(typeof(TaxShare))]
[JsonSerializable(typeof(Instalment))]
[JsonSerializable(typeof(DiscountTier))]
[JsonSerializable(typeof(TaxRegistration))]
[JsonSerializable(typeof(CreditNoteSummary))]
[JsonSerializable(typeof(CreditedLine))]
[JsonSerializable(typeof(SentCopy))]
[JsonSerializable(typeof(AllowanceCharge))]
[JsonSerializable(typeof(CitedInvoice))]
[JsonSerializable(typeof(Correction))]
[JsonSerializable(typeof(CreditedAllowanceCharge))]
[JsonSerializable(typeof(CreditNoteAllowanceCharge))]
[JsonSerializable(typeof(CreditTransfer))]
[JsonSerializable(typeof(DocumentId))]
[JsonSerializable(typeof(ItemAttribute))]
[JsonSerializable(typeof(ItemClassification))]
[JsonSerializable(typeof(PaymentInstruction))]
[JsonSerializable(typeof(PrepaymentReceipt))]
[JsonSerializable(typeof(SupportingDocument))]
[JsonSerializable(typeof(Tag))]
internal sealed partial class InvoicingContext : JsonSerializerContext;
