namespace OrderToCash.EInvoicing.Tests;

public sealed class RoundTripProperties
{
    [Property(MaxTest = 1000, Arbitrary = [typeof(AnyDocument)])]
    public void Any_document_is_written_and_read_as_the_same_in_ubl(InvoiceDocument document) =>
        Assert.Equal(document, RoundTripTests.Again(document, EInvoiceSyntax.Ubl));

    [Property(MaxTest = 1000, Arbitrary = [typeof(AnyDocument)])]
    public void Any_document_is_written_and_read_as_the_same_in_cii(InvoiceDocument document) =>
        Assert.Equal(Sameness.Canonical(document), Sameness.Canonical(RoundTripTests.Again(document, EInvoiceSyntax.Cii)));

}
