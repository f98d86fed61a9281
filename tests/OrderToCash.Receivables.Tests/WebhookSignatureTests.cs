using System.Text;

namespace OrderToCash.Receivables.Tests;

public sealed class WebhookSignatureTests
{
    private const string Secret = "whsec_test";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"evt_1"}""");
    private static readonly Instant At = Instant.FromUtc(2025, 3, 3, 8, 0);
    private static readonly string Header = WebhookSignature.Header(Body, Secret, At);

    private static Result<Instant> Verify(string? header, byte[]? body = null, Instant? now = null, params string[] secrets) =>
        WebhookSignature.Verify(header, body ?? Body, secrets.Length > 0 ? secrets : [Secret], now ?? At, WebhookSignature.StandardTolerance);

    [Fact]
    public void The_signature_is_the_hmac_of_time_and_body()
    {
        // computed with Python's hmac and hashlib
        Assert.Equal("t=1740988800,v1=0ab6d380aa62d5fa84bcbb014b8a3afef91f7b3c5cfcf86ce12474110fef2b67", Header);
        Assert.Equal(At, Expect.Success(Verify(Header)));
    }

    [Fact]
    public void A_changed_byte_or_another_secret_fits_nothing()
    {
        Expect.Refused(GatewayErrors.SignatureWrong, Verify(Header, Encoding.UTF8.GetBytes("""{"id":"evt_2"}""")));
        Expect.Refused(GatewayErrors.SignatureWrong, Verify(Header, Encoding.UTF8.GetBytes("""{"id": "evt_1"}""")));
        Expect.Refused(GatewayErrors.SignatureWrong, Verify(Header, secrets: ["whsec_other", ""]));
        Expect.Refused(GatewayErrors.SignatureWrong, Verify(Header.Replace("t=1740988800", "t=1740988801", StringComparison.Ordinal)));
    }

    [Fact]
    public void While_a_secret_is_changed_one_of_two_signatures_is_enough()
    {
        var both = $"{WebhookSignature.Header(Body, "whsec_old", At)},{Header[(Header.IndexOf(',', StringComparison.Ordinal) + 1)..]}";
        Assert.Equal(At, Expect.Success(Verify(both)));
        Assert.Equal(At, Expect.Success(Verify(Header, secrets: ["whsec_new", Secret])));
        Assert.Equal(At, Expect.Success(Verify($"v0=abc, {Header.ToUpperInvariant().Replace("T=", "t=", StringComparison.Ordinal).Replace("V1=", "v1=", StringComparison.Ordinal)}")));
    }

    [Theory, InlineData(300), InlineData(-300), InlineData(0)]
    public void The_window_is_five_minutes_either_way_inclusive(int seconds) =>
        Assert.Equal(At, Expect.Success(Verify(Header, now: At + Duration.FromSeconds(seconds))));

    [Theory, InlineData(301), InlineData(-301), InlineData(86_400)]
    public void An_old_message_sent_again_is_refused(int seconds)
    {
        var error = Expect.Refused(GatewayErrors.SignatureExpired, Verify(Header, now: At + Duration.FromSeconds(seconds)));
        Assert.Equal("300", error.Facts.Single(f => f.Name == "seconds").Value);
    }

    [Fact]
    public void Who_can_not_sign_does_not_learn_that_a_message_is_old() =>
        Expect.Refused(GatewayErrors.SignatureWrong, Verify(Header, now: At + Duration.FromDays(2), secrets: ["whsec_other"]));

    [Theory, InlineData(null), InlineData(""), InlineData("t=1740988800"), InlineData("v1=00"), InlineData("t=,v1=zz"), InlineData("t=99999999999999999"),
     InlineData("t=-1,v1=0000000000000000000000000000000000000000000000000000000000000000"), InlineData("nonsense")]
    public void What_is_no_signature_is_missing(string? header) => Expect.Refused(GatewayErrors.SignatureMissing, Verify(header));

    [Fact]
    public void Two_times_are_no_time() => Expect.Refused(GatewayErrors.SignatureMissing, Verify($"t=1740988800,{Header}"));

    [Property(MaxTest = 300)]
    public void What_was_signed_is_believed_and_nothing_else(byte[] body, byte flip, int position)
    {
        body = [1, .. body];
        var header = WebhookSignature.Header(body, Secret, At);
        Assert.True(Verify(header, body).IsSuccess);
        if (flip == 0) return;
        body[(uint)position % body.Length] ^= flip;
        Expect.Refused(GatewayErrors.SignatureWrong, Verify(header, body));
    }
}
