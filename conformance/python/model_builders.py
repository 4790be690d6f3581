"""Public models that hold ConvTranspose1d, by their package: in their default or a small configuration, random weights.

Run as a program, it prints the packages.
"""

from __future__ import annotations

import json

from building import Builder, built, configured, named, spread, weight_normed

SOURCES = ["drums", "bass", "other", "vocals"]
RESBLOCKS = {"resblock_kernel_sizes": [3, 7, 11], "resblock_dilation_sizes": [[1, 3, 5]] * 3}
HIFIGAN = {**RESBLOCKS, "upsample_initial_channel": 512}
# HiFi-GAN's first configuration, as its libraries spell it.
HIFIGAN_V1 = {
    **HIFIGAN,
    "resblock_type": "1",
    "upsample_factors": [8, 8, 2, 2],
    "upsample_kernel_sizes": [16, 16, 4, 4],
}
ISTFT = {**HIFIGAN, "gen_istft_n_fft": 16, "gen_istft_hop_size": 4, "gin_channels": 256}


def _hugging_face(model: str, config: str, **settings: object) -> Builder:
    return configured("transformers", model, config, **settings)


def _module(name: str, model: str, config: str) -> Builder:
    """A model that transformers does not export, its configuration beside it."""
    stem = f"transformers.models.{name}"
    return configured(f"{stem}.modeling_{name}", model, config, f"{stem}.configuration_{name}")


def _bigvgan() -> object:
    settings = {
        **HIFIGAN, "resblock": "1", "num_mels": 80, "use_tanh_at_final": False, "use_bias_at_final": False,
        "upsample_rates": [8, 8, 2, 2], "upsample_kernel_sizes": [16, 16, 4, 4],
        "activation": "snakebeta", "snake_logscale": True, "use_cuda_kernel": False,
    }  # fmt: skip
    return named("bigvgan.bigvgan", "BigVGAN")(named("bigvgan.env", "AttrDict")(settings))


MODELS: dict[str, dict[str, Builder]] = {
    "transformers": {
        "DacModel": _hugging_face("DacModel", "DacConfig"),
        "DacModel.weight_norm": weight_normed(_hugging_face("DacModel", "DacConfig")),
        "EncodecModel": _hugging_face("EncodecModel", "EncodecConfig"),
        "FastSpeech2ConformerHifiGan": _hugging_face("FastSpeech2ConformerHifiGan", "FastSpeech2ConformerHifiGanConfig"),
        "HiggsAudioV2TokenizerModel": _hugging_face("HiggsAudioV2TokenizerModel", "HiggsAudioV2TokenizerConfig"),
        "MimiModel": _hugging_face("MimiModel", "MimiConfig"),
        "Nemotron3_5TranscribeWordTimestampModel": _module(
            "nemotron3_5_transcribe", "Nemotron3_5TranscribeWordTimestampModel", "Nemotron3_5TranscribeWordTimestampConfig"
        ),
        "PocketTTSAudioTokenizerDecoderModel": _hugging_face(
            "PocketTTSAudioTokenizerDecoderModel", "PocketTTSAudioTokenizerDecoderConfig"
        ),
        "Qwen2_5OmniToken2WavBigVGANModel": _module(
            "qwen2_5_omni", "Qwen2_5OmniToken2WavBigVGANModel", "Qwen2_5OmniBigVGANConfig"
        ),
        "Qwen3OmniMoeCode2Wav": _module("qwen3_omni_moe", "Qwen3OmniMoeCode2Wav", "Qwen3OmniMoeCode2WavConfig"),
        "SeamlessM4TCodeHifiGan": _module("seamless_m4t", "SeamlessM4TCodeHifiGan", "SeamlessM4TConfig"),
        "SeamlessM4Tv2CodeHifiGan": _module("seamless_m4t_v2", "SeamlessM4Tv2CodeHifiGan", "SeamlessM4Tv2Config"),
        "SpeechT5HifiGan": _hugging_face("SpeechT5HifiGan", "SpeechT5HifiGanConfig"),
        "SpeechT5HifiGan.weight_norm": weight_normed(_hugging_face("SpeechT5HifiGan", "SpeechT5HifiGanConfig")),
        "UnivNetModel": _hugging_face("UnivNetModel", "UnivNetConfig"),
        "UnivNetModel.odd_stride": _hugging_face("UnivNetModel", "UnivNetConfig", resblock_stride_sizes=[7, 5, 4]),
        "VibeVoiceAcousticTokenizerDecoderModel": _hugging_face(
            "VibeVoiceAcousticTokenizerDecoderModel", "VibeVoiceAcousticTokenizerDecoderConfig"
        ),
        "VitsModel": _hugging_face("VitsModel", "VitsConfig"),
        "XcodecModel": _hugging_face("XcodecModel", "XcodecConfig"),
        "XcodecModel.strides": _hugging_face("XcodecModel", "XcodecConfig", strides=[3, 2]),
    },
    "diffusers": {
        "AceStepTransformer1DModel": built("diffusers", "AceStepTransformer1DModel", num_hidden_layers=2),
        "AutoencoderKLKVAEAudio": built("diffusers", "AutoencoderKLKVAEAudio"),
        "AutoencoderKLMiniMaxH3Audio": built("diffusers", "AutoencoderKLMiniMaxH3Audio"),
        "AutoencoderOobleck": built("diffusers", "AutoencoderOobleck"),
        "Cosmos3AVAEAudioTokenizer": built("diffusers", "Cosmos3AVAEAudioTokenizer", dec_dim=64),
        "LTX2Vocoder": built("diffusers.pipelines.ltx2.vocoder", "LTX2Vocoder"),
        "LTX2VocoderWithBWE": built("diffusers.pipelines.ltx2.vocoder", "LTX2VocoderWithBWE"),
        "LongCatAudioDiTVae": built("diffusers", "LongCatAudioDiTVae"),
        "MiniMaxMusic3Vocoder": built("diffusers", "MiniMaxMusic3Vocoder"),
        "MMAudioVocoder": built("diffusers", "MMAudioVocoder"),
        "UNet1DModel": built(
            "diffusers", "UNet1DModel", in_channels=14, out_channels=14, block_out_channels=(32, 64, 128, 256),
            time_embedding_type="positional", use_timestep_embedding=True, flip_sin_to_cos=False, freq_shift=1.0,
            down_block_types=("DownResnetBlock1D",) * 4, mid_block_type="MidResTemporalBlock1D",
            up_block_types=("UpResnetBlock1D",) * 3, out_block_type="OutConv1DBlock", act_fn="swish",
        ),
        "Upsample1D": built("diffusers.models.upsampling", "Upsample1D", 64, use_conv_transpose=True),
    },
    "encodec": {
        "EncodecModel_24khz": built("encodec", "EncodecModel.encodec_model_24khz", pretrained=False),
        "EncodecModel_48khz": built("encodec", "EncodecModel.encodec_model_48khz", pretrained=False),
    },
    "descript-audio-codec": {"DAC": built("dac.model.dac", "DAC")},
    "snac": {
        "SNAC": built("snac", "SNAC"),
        "SNAC_24khz": built(
            "snac", "SNAC", encoder_dim=48, encoder_rates=[2, 4, 8, 8], decoder_dim=1024, decoder_rates=[8, 8, 4, 2],
            attn_window_size=None, codebook_size=4096, codebook_dim=8, vq_strides=[4, 2, 1],
        ),
    },
    "bigvgan": {"BigVGAN": _bigvgan},
    "demucs": {
        "Demucs": built("demucs.demucs", "Demucs", SOURCES, channels=32),
        "HDemucs": built("demucs.hdemucs", "HDemucs", SOURCES),
        "HTDemucs": built("demucs.htdemucs", "HTDemucs", SOURCES, segment=1),
    },
    "denoiser": {"dns48": built("denoiser.demucs", "Demucs", hidden=48)},
    "monai": {
        "BasicUNet_1d": built("monai.networks.nets", "BasicUNet", spatial_dims=1),
        "UNet_1d": built(
            "monai.networks.nets", "UNet", spatial_dims=1, in_channels=1, out_channels=2, channels=(16, 32, 64, 128),
            strides=(2, 2, 2), num_res_units=2,
        ),
    },
    "audioseal": {
        "SEANetEncoderKeepDimension": built(
            "audioseal.libs.audiocraft.modules.seanet", "SEANetEncoderKeepDimension", output_dim=32
        ),
        "SEANetDecoder_streaming": built("audioseal.libs.moshi.modules.seanet", "SEANetDecoder"),
    },
    "audiocraft": {
        "DiffusionUnet": built("audiocraft.models.unet", "DiffusionUnet", chin=1),
        "SEANetDecoder": built("audiocraft.modules.seanet", "SEANetDecoder", norm="weight_norm"),
    },
    "speechbrain": {
        "HifiganGenerator": built("speechbrain.lobes.models.HifiGAN", "HifiganGenerator", 80, 1, **HIFIGAN_V1),
        "L2I.CNN14PSI_stft": built("speechbrain.lobes.models.L2I", "CNN14PSI_stft"),
        "SepformerWrapper": built(
            "speechbrain.lobes.models.dual_path", "SepformerWrapper", masknet_numlayers=1, intra_numlayers=1,
            inter_numlayers=1,
        ),
        "discrete.DAC": built("speechbrain.lobes.models.discrete.dac", "DAC", load_pretrained=False),
        "segan.Generator": built("speechbrain.lobes.models.segan_model", "Generator", 31, False, True),
    },
    "moshi": {"Mimi": built("moshi.models.loaders", "get_mimi", None)},
    "stable-audio-tools": {
        "ConvNeXtDecoder": built("stable_audio_tools.models.convnext", "ConvNeXtDecoder"),
        "OobleckDecoder": built(
            "stable_audio_tools.models.autoencoders", "OobleckDecoder", out_channels=2, channels=128, latent_dim=64,
            strides=[2, 4, 4, 8, 8], c_mults=[1, 2, 4, 8, 16], use_snake=True,
        ),
        "adp.UNet1d": built(
            "stable_audio_tools.models.adp", "UNet1d", in_channels=2, channels=64, multipliers=[1, 2, 4], factors=[3, 2],
            num_blocks=[1, 1], attentions=[0, 0, 0],
        ),
    },
    "kokoro": {
        "Decoder": built(
            "kokoro.istftnet", "Decoder", dim_in=512, style_dim=128, dim_out=80, upsample_rates=[10, 6],
            upsample_kernel_sizes=[20, 12], gen_istft_n_fft=20, gen_istft_hop_size=5, **HIFIGAN,
        ),
    },
    "styletts2": {"hifigan.Decoder": built("styletts2.Modules.hifigan", "Decoder")},
    "xcodec2": {"CodecDecoder": built("xcodec2.vq.codec_decoder", "CodecDecoder")},
    "espnet": {
        "AvocodoGenerator": built("espnet2.gan_svs.avocodo", "AvocodoGenerator"),
        "ConvDecoder": built("espnet2.enh.decoder.conv_decoder", "ConvDecoder", 512, 16, 8),
        "HiFiCodec.Generator": built(
            "espnet2.gan_codec.hificodec.module", "Generator", [8, 5, 4, 2], [16, 11, 8, 4], 512, "1", [3, 7, 11],
            [[1, 3, 5]] * 3, 512,
        ),
        "HiFiGANGenerator": built("espnet2.gan_tts.hifigan", "HiFiGANGenerator"),
        "HiFiGANGenerator.vits24k": built(
            "espnet2.gan_tts.hifigan", "HiFiGANGenerator", upsample_scales=[5, 5, 4, 3],
            upsample_kernel_sizes=[10, 10, 8, 6],
        ),
        "MelGANGenerator": built("espnet2.gan_tts.melgan", "MelGANGenerator"),
        "SEANetDecoder": built("espnet2.gan_codec.shared.decoder.seanet", "SEANetDecoder"),
        "StyleMelGANGenerator": built("espnet2.gan_tts.style_melgan", "StyleMelGANGenerator"),
        "TFGridNetV2": built("espnet2.enh.separator.tfgridnetv2_separator", "TFGridNetV2", None, n_layers=2),
        "TFGridNetV3": built("espnet2.enh.separator.tfgridnetv3_separator", "TFGridNetV3", None, n_layers=2),
        "VISinger2VocoderGenerator": built("espnet2.gan_svs.visinger2.visinger2_vocoder", "VISinger2VocoderGenerator"),
        "iFaSNet": built(
            "espnet2.enh.layers.ifasnet", "iFaSNet", enc_dim=64, feature_dim=64, hidden_dim=128, layer=2,
            segment_size=24, nspk=2, win_len=16, context_len=16, sr=16000,
        ),
    },
    "seisbench": {
        name: built("seisbench.models", name)
        for name in ("BasicPhaseAE", "PhaseNet", "PhaseNetLight", "PhaseTEAM", "Skynet", "VariableLengthPhaseNet")
    },
    "pytorch-tcn": {
        "TemporalConvTranspose1d": built("pytorch_tcn", "TemporalConvTranspose1d", 64, 32, kernel_size=8, stride=4)
    },
    "coqui-tts": {
        "FreeVC.Generator": built(
            "TTS.vc.models.freevc", "Generator", 192, "1", upsample_rates=[10, 8, 2, 2],
            upsample_kernel_sizes=[16, 16, 4, 4], gin_channels=256, **HIFIGAN,
        ),
        "FullbandMelganGenerator": built("TTS.vocoder.models.fullband_melgan_generator", "FullbandMelganGenerator"),
        "HifiganGenerator": built("TTS.vocoder.models.hifigan_generator", "HifiganGenerator", 80, 1, **HIFIGAN_V1),
        "MelganGenerator": built("TTS.vocoder.models.melgan_generator", "MelganGenerator"),
        "MultibandMelganGenerator": built("TTS.vocoder.models.multiband_melgan_generator", "MultibandMelganGenerator"),
        "UnivnetGenerator": spread(
            "TTS.vocoder.models.univnet_generator", "UnivnetGenerator", "TTS.vocoder.configs.univnet_config",
            "UnivnetConfig", "generator_model_params",
        ),
        "tortoise.UnivNetGenerator": built(
            "TTS.tts.layers.tortoise.vocoder", "UnivNetGenerator", dilations=[1, 3, 9, 27], strides=[8, 8, 4]
        ),
        "xtts.DiscreteVAE": built(
            "TTS.tts.layers.xtts.dvae", "DiscreteVAE", positional_dims=1, channels=80, num_tokens=1024, hidden_dim=512,
            num_resnet_blocks=3, num_layers=2,
        ),
    },
    "tortoise-tts": {
        "HifiganGenerator": built("tortoise.models.hifigan_decoder", "HifiganGenerator", 1024, 1, **HIFIGAN_V1),
        "UnivNetGenerator": built("tortoise.models.vocoder", "UnivNetGenerator"),
    },
    "chatterbox-tts": {
        "HiFTGenerator": built(
            "chatterbox.models.s3gen.hifigan", "HiFTGenerator", sampling_rate=24000, upsample_rates=[8, 5, 3],
            upsample_kernel_sizes=[16, 11, 7],
        ),
    },
    "dualcodec": {"DAC": built("dualcodec.model_codec.dac_model", "DAC")},
    "resemble-enhance": {
        "UnivNet": lambda: named("resemble_enhance.enhancer.univnet.univnet", "UnivNet")(
            named("resemble_enhance.enhancer.hparams", "HParams")(), 80
        ),
    },
    "so-vits-svc-fork": {
        "Multiband_iSTFT_Generator": built(
            "so_vits_svc_fork.modules.decoders.mb_istft", "Multiband_iSTFT_Generator", 192, "1", upsample_rates=[8, 4],
            upsample_kernel_sizes=[32, 16], subbands=4, **ISTFT,
        ),
        "Multistream_iSTFT_Generator": built(
            "so_vits_svc_fork.modules.decoders.mb_istft", "Multistream_iSTFT_Generator", 192, "1", upsample_rates=[8, 4],
            upsample_kernel_sizes=[32, 16], subbands=4, **ISTFT,
        ),
        "NSFHifiGANGenerator": built(
            "so_vits_svc_fork.modules.decoders.hifigan", "NSFHifiGANGenerator",
            {"sampling_rate": 44100, "inter_channels": 192, "resblock": "1", "upsample_rates": [8, 8, 2, 2, 2],
             "upsample_kernel_sizes": [16, 16, 4, 4, 4], "gin_channels": 256, **HIFIGAN},
        ),
        "iSTFT_Generator": built(
            "so_vits_svc_fork.modules.decoders.mb_istft", "iSTFT_Generator", 192, "1", upsample_rates=[8, 8],
            upsample_kernel_sizes=[16, 16], **ISTFT,
        ),
    },
    "pypots": {
        "MICN.MIC": built(
            "pypots.nn.modules.micn.layers", "MIC", feature_size=64, conv_kernel=[12, 16], decomp_kernel=[13, 17],
            isometric_kernel=[7, 5],
        ),
        "TOTEM_VQVAE": built("pypots.nn.modules.totem.autoencoder", "VQVAE", 128, 2, 64, 64, 256, 0.25, 4),
    },
    "acids-rave": {
        "GeneratorV2": built(
            "rave.blocks", "GeneratorV2", capacity=64, ratios=[4, 4, 4, 2], latent_size=128, kernel_size=3, data_size=16,
            dilations=[[1, 3, 9], [1, 3, 9], [1, 3, 9], [1, 3]],
        ),
    },
}  # fmt: skip

if __name__ == "__main__":
    print(json.dumps(list(MODELS)))
